using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class RankCorrelationTests
{
    private static readonly decimal?[] Lightness = [44.4m, 45.9m, 41.9m, 53.3m, 44.7m, 44.1m, 50.7m, 45.2m, 60.1m];
    private static readonly decimal?[] Panel = [2.6m, 3.1m, 2.5m, 5.0m, 3.6m, 4.0m, 5.2m, 2.8m, 3.8m];

    [Fact]
    public void Canned_tuna_of_Hollander_and_Wolfe()
    {
        var rho = RankCorrelation.Spearman(Lightness, Panel).Required;
        var tau = RankCorrelation.KendallTauB(Lightness, Panel).Required;

        rho.Coefficient.Value.ShouldBe(0.6, 1e-12);
        rho.P.Value.ShouldBe(0.0968, 0.00005);
        tau.Coefficient.Value.ShouldBe(0.4444, 0.00005);
        tau.P.Value.ShouldBe(0.1194, 0.00005);
    }

    [Fact]
    public void Too_few_pairs_or_no_variance_withhold_them()
    {
        RankCorrelation.Spearman([], []).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        RankCorrelation.KendallTauB([1m, 2m], [1m, 2m]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        RankCorrelation.Spearman([1m, 1m, 1m], [1m, 2m, 3m]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        RankCorrelation.KendallTauB([1m, 2m, 3m], [4m, 4.0m, 4m]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        RankCorrelation.Spearman([1m, 2m, null, 3m], [3m, 2m, 5m, 1m]).Required.Coefficient.Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void Naive_twins_agree_with_both_coefficients_and_their_exact_p() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9]).Array[3, 7].Sample(pairs =>
        {
            int[] x = [.. pairs.Select(p => p.Item1)];
            int[] y = [.. pairs.Select(p => p.Item2)];
            var rho = RankCorrelation.Spearman([.. x.Select(v => (decimal?)v)], [.. y.Select(v => (decimal?)v)]);
            var tau = RankCorrelation.KendallTauB([.. x.Select(v => (decimal?)v)], [.. y.Select(v => (decimal?)v)]);
            if (x.Distinct().Count() == 1 || y.Distinct().Count() == 1)
            {
                rho.IsGiven.ShouldBeFalse();
                tau.IsGiven.ShouldBeFalse();
                return;
            }

            rho.Required.Coefficient.Value.ShouldBe(Pearson(MidRanks(x), MidRanks(y)), 1e-9);
            var (concordance, tiedX, tiedY, n) = (0, 0, 0, x.Length);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    concordance += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    tiedX += x[i] == x[j] ? 1 : 0;
                    tiedY += y[i] == y[j] ? 1 : 0;
                }
            }

            var total = n * (n - 1) / 2.0;
            tau.Required.Coefficient.Value.ShouldBe(concordance / Math.Sqrt((total - tiedX) * (total - tiedY)), 1e-9);

            double[] rx = MidRanks(x);
            var observed = Products(rx, MidRanks(y));
            var (low, high, all, lowS, highS) = (0, 0, 0, 0, 0);
            foreach (var order in Permutations.Of(y))
            {
                all++;
                var products = Products(rx, MidRanks(order));
                low += products <= observed + 1e-9 ? 1 : 0;
                high += products >= observed - 1e-9 ? 1 : 0;
                var s = S(x, order);
                lowS += s <= concordance ? 1 : 0;
                highS += s >= concordance ? 1 : 0;
            }

            rho.Required.P.Value.ShouldBe(Math.Min(1, 2.0 * Math.Min(low, high) / all), 1e-9);
            if (tau.Required.P.Method == Methods.KendallTauB)
            {
                tau.Required.P.Value.ShouldBe(Math.Min(1, 2.0 * Math.Min(lowS, highS) / all), 1e-9);
            }
            else
            {
                (tiedX > 0 && tiedY > 0).ShouldBeTrue();
            }
        }, iter: 50);

    [Fact]
    public void Above_ten_pairs_the_t_approximation_is_named_and_close_to_the_exact_one()
    {
        decimal?[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        decimal?[] y = [2, 1, 5, 3, 4, 9, 6, 10, 7, 8];
        var exact = RankCorrelation.Spearman(x, y).Required;
        var t = exact.Coefficient.Value * Math.Sqrt(8 / (1 - Math.Pow(exact.Coefficient.Value, 2)));

        exact.P.Method.ShouldBe(Methods.Spearman);
        t.ShouldBeGreaterThan(3);
        RankCorrelation.Spearman([.. x, 11], [.. y, 11]).Required.P.Method.ShouldBe(Methods.SpearmanStudent);
        RankCorrelation.Spearman([.. x, 11], [.. y, 11]).Required.P.Value.ShouldBeLessThan(exact.P.Value);
    }

    [Fact]
    public void Swapping_the_sides_or_a_rising_transformation_changes_nothing() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3, 20].Sample(pairs =>
        {
            decimal?[] x = [.. pairs.Select(p => (decimal?)p.Item1)];
            decimal?[] y = [.. pairs.Select(p => (decimal?)p.Item2)];
            var tau = RankCorrelation.KendallTauB(x, y);
            var other = RankCorrelation.KendallTauB([.. y.Reverse().Select(v => v * v)], [.. x.Reverse().Select(v => v / 3)]);
            other.IsGiven.ShouldBe(tau.IsGiven);
            if (tau.IsGiven)
            {
                other.Required.Coefficient.Value.ShouldBe(tau.Value.Coefficient.Value, 1e-12);
                other.Required.P.Value.ShouldBe(tau.Value.P.Value, 1e-12);
            }
        });

    private static double[] MidRanks(int[] x) => [.. x.Select(v => x.Count(o => o < v) + (x.Count(o => o == v) + 1) / 2.0)];

    private static double Products(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Pearson(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum()
            / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    private static int S(int[] x, int[] y) =>
        Enumerable.Range(0, x.Length).Sum(i => Enumerable.Range(0, i).Sum(j => Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j])));

    [Fact]
    public void Tau_b_is_what_counting_all_pairs_gives() =>
        Gen.Select(Gen.Int[0, 8].Array[3, 60], Gen.Int[0, 1000]).Where(g => g.Item1.Distinct().Count() > 1).Sample((x, seed) =>
        {
            var random = new Random(seed);
            int[] y = [.. x.Select(v => v + random.Next(-4, 5))];
            var (s, tiedX, tiedY, pairs) = (0, 0, 0, x.Length * (x.Length - 1) / 2);
            for (var i = 0; i < x.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    s += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    tiedX += x[i] == x[j] ? 1 : 0;
                    tiedY += y[i] == y[j] ? 1 : 0;
                }
            }

            var tau = RankCorrelation.KendallTauB([.. x.Select(v => (decimal?)v)], [.. y.Select(v => (decimal?)v)]);
            if (tiedY < pairs)
            {
                tau.Required.Coefficient.Value.ShouldBe(s / Math.Sqrt((double)(pairs - tiedX) * (pairs - tiedY)), 1e-12);
            }
        });
}
