using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ItemAnalysisTests
{
    [Fact]
    public void Cronbachs_alpha_of_the_attitude_data_has_Feldts_interval()
    {
        var alpha = ItemAnalysis.CronbachAlpha(Attitude.Rows).Required;

        alpha.Value.ShouldBe(0.8431, 0.00005);
        alpha.Interval!.Low.ShouldBe(0.7394, 0.00005);
        alpha.Interval.High.ShouldBe(0.9158, 0.00005);
        alpha.N.ShouldBe(30);
    }

    [Fact]
    public void Item_rest_correlations_of_the_attitude_data()
    {
        double[] expected = [.6713, .7421, .5607, .7144, .7863, .2650, .4608];

        var actual = ItemAnalysis.ItemRest(Attitude.Rows);

        for (var j = 0; j < expected.Length; j++)
        {
            actual[j].Required.Value.ShouldBe(expected[j], 0.00005);
        }

        actual[0].Required.Interval!.Low.ShouldBe(Math.Tanh(Math.Atanh(0.6713) - 1.96 / Math.Sqrt(27)), 0.0002);
    }

    [Fact]
    public void Variance_shares_of_the_attitude_data_add_to_one()
    {
        double[] expected = [.1642, .1929, .1477, .1640, .1531, .0721, .1061];

        var actual = ItemAnalysis.VarianceShares(Attitude.Rows);

        for (var j = 0; j < expected.Length; j++)
        {
            actual[j].Required.Value.ShouldBe(expected[j], 0.00005);
        }

        actual.Sum(s => s.Required.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Districts_without_all_indicators_are_left_out_and_counted()
    {
        var alpha = ItemAnalysis.CronbachAlpha([.. Attitude.Rows, [50, null, 30, 40, 50, 60, 70]]).Required;

        alpha.Value.ShouldBe(0.8431, 0.00005);
        alpha.Excluded.ShouldBe(1);
    }

    [Fact]
    public void Too_few_districts_or_indicators_withhold_everything()
    {
        ItemAnalysis.CronbachAlpha([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        ItemAnalysis.CronbachAlpha([[1, 2], [2, 3]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        ItemAnalysis.CronbachAlpha([[1], [2], [3]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        ItemAnalysis.ItemRest([[1], [2], [3]]).Single().Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        ItemAnalysis.ItemRest([[1, 1], [2, 2]]).ShouldAllBe(s => s.Withheld!.Reason == WithheldReason.TooFew);
        ItemAnalysis.VarianceShares([[1, 1], [2, 2]]).ShouldAllBe(s => s.Withheld!.Reason == WithheldReason.TooFew);
        ItemAnalysis.VarianceShares([]).ShouldBeEmpty();
    }

    [Fact]
    public void No_variance_is_not_zero()
    {
        ItemAnalysis.CronbachAlpha([[1, 2], [1, 2], [1, 2]]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        ItemAnalysis.VarianceShares([[1, 3], [2, 2], [3, 1]]).ShouldAllBe(s => s.Withheld!.Reason == WithheldReason.NoVariance);
        var itemRest = ItemAnalysis.ItemRest([[5, 1, 1], [5, 2, 3], [5, 3, 2]]);
        itemRest[0].Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        itemRest[1].Required.Value.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Identical_indicators_have_an_alpha_of_one_without_interval()
    {
        var alpha = ItemAnalysis.CronbachAlpha([[1, 1], [2, 2], [5, 5]]).Required;

        alpha.Value.ShouldBe(1, 1e-12);
        alpha.IntervalWithheld!.Reason.ShouldBe(WithheldReason.NoResidual);
    }

    [Fact]
    public void The_order_of_districts_and_a_common_scale_change_nothing() =>
        Gen.Int[0, 20].Array2D[Gen.Int[4, 10], Gen.Int[2, 5]].Sample(table =>
        {
            double?[][] x = [.. Enumerable.Range(0, table.GetLength(0)).Select(i =>
                Enumerable.Range(0, table.GetLength(1)).Select(j => (double?)table[i, j]).ToArray())];
            double?[][] other = [.. x.Reverse().Select(row => row.Select(v => v * 3 + 1).ToArray())];
            var (a, b) = (ItemAnalysis.CronbachAlpha(x), ItemAnalysis.CronbachAlpha(other));

            b.IsGiven.ShouldBe(a.IsGiven);
            if (a.IsGiven)
            {
                b.Required.Value.ShouldBe(a.Value.Value, 1e-8);
                ItemAnalysis.VarianceShares(other)[0].Required.Value.ShouldBe(ItemAnalysis.VarianceShares(x)[0].Required.Value, 1e-9);
            }
        });

    [Fact]
    public void Alpha_shares_and_item_rest_correlations_follow_their_definitions() =>
        Gen.Int[0, 20].Array2D[Gen.Int[4, 10], Gen.Int[2, 5]].Sample(table =>
        {
            var (n, k) = (table.GetLength(0), table.GetLength(1));
            double[][] columns = [.. Enumerable.Range(0, k).Select(j => Enumerable.Range(0, n).Select(i => (double)table[i, j]).ToArray())];
            double[] totals = [.. Enumerable.Range(0, n).Select(i => columns.Sum(c => c[i]))];
            double?[][] rows = [.. Enumerable.Range(0, n).Select(i => columns.Select(c => (double?)c[i]).ToArray())];
            var (alpha, shares, itemRest) = (ItemAnalysis.CronbachAlpha(rows), ItemAnalysis.VarianceShares(rows), ItemAnalysis.ItemRest(rows));

            alpha.IsGiven.ShouldBe(totals.Distinct().Count() > 1);
            if (!alpha.IsGiven)
                return;

            alpha.Value.Value.ShouldBe(k / (k - 1.0) * (1 - columns.Sum(c => Covariance(c, c)) / Covariance(totals, totals)), 1e-9);
            for (var j = 0; j < k; j++)
            {
                double[] rest = [.. totals.Zip(columns[j], (t, c) => t - c)];
                shares[j].Required.Value.ShouldBe(Covariance(columns[j], totals) / Covariance(totals, totals), 1e-9);
                if (itemRest[j].IsGiven)
                    itemRest[j].Value!.Value.ShouldBe(Covariance(columns[j], rest) / Math.Sqrt(Covariance(columns[j], columns[j]) * Covariance(rest, rest)), 1e-9);
            }

            double Covariance(double[] a, double[] b) => a.Zip(b, (v, w) => (v - a.Average()) * (w - b.Average())).Sum() / (n - 1);
        });
}
