using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class WilcoxonSignedRankTests
{
    [Fact]
    public void Depression_scores_of_Hollander_and_Wolfe()
    {
        var result = WilcoxonSignedRank.Of(
            [1.83m, 0.50m, 1.62m, 2.48m, 1.68m, 1.88m, 1.55m, 3.06m, 1.30m],
            [0.878m, 0.647m, 0.598m, 2.05m, 1.06m, 1.29m, 1.06m, 3.14m, 1.29m]).Required;

        result.V.ShouldBe(40);
        result.P.Value.ShouldBe(0.0390625, 1e-15);
        result.HodgesLehmann.Value.ShouldBe(0.46, 1e-12);
        result.RankBiserial.Value.ShouldBe(0.7778, 0.00005);
        result.P.Method.ShouldBe(Methods.Wilcoxon);
    }

    [Fact]
    public void Zeros_are_dropped_and_the_effective_number_is_shown()
    {
        var result = WilcoxonSignedRank.Of([1m, 2m, 3m, null], [1m, 1m, 5m, 4m]).Required;

        (result.N, result.NEffective, result.Excluded).ShouldBe((3, 2, 1));
        result.V.ShouldBe(1);
    }

    [Fact]
    public void Fewer_than_six_differences_cannot_reach_five_percent_and_say_so()
    {
        var five = WilcoxonSignedRank.Of([1m, 2m, 3m, 4m, 5m]).Required;
        var six = WilcoxonSignedRank.Of([1m, 2m, 3m, 4m, 5m, 6m]).Required;

        five.LeastP.ShouldBe(0.0625);
        five.P.Value.ShouldBe(0.0625);
        five.CanReachFivePercent.ShouldBeFalse();
        six.LeastP.ShouldBe(0.03125);
        six.CanReachFivePercent.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_or_only_zeros_withhold_it()
    {
        WilcoxonSignedRank.Of([], []).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        WilcoxonSignedRank.Of([1m, 2m], [1.0m, 2.00m]).Withheld!.Reason.ShouldBe(WithheldReason.NoDifferences);
        WilcoxonSignedRank.Of([3m], [1m]).Required.P.Value.ShouldBe(1);
    }

    [Fact]
    public void Rates_that_were_divided_keep_their_ties()
    {
        // 5.5/6 − 5/6 and 0.5/6 − 0: equal as numbers, not in the last digit of the quotients.
        var result = WilcoxonSignedRank.Of([5.5m / 6, 0.5m / 6, 1m / 3], [5m / 6, 0m, 2m / 3]).Required;

        result.V.ShouldBe(3);
    }

    [Fact]
    public void The_exact_p_is_that_of_enumerating_all_signs() =>
        Gen.Int[-5, 5].Array[1, 11].Sample(differences =>
        {
            var result = WilcoxonSignedRank.Of([.. differences.Select(d => (decimal?)(d / 4m))]);
            var nonZero = differences.Where(d => d != 0).ToArray();
            if (nonZero.Length == 0)
            {
                result.IsGiven.ShouldBeFalse();
                return;
            }

            var ranks = nonZero.Select(d => nonZero.Count(e => Math.Abs(e) < Math.Abs(d)) + (nonZero.Count(e => Math.Abs(e) == Math.Abs(d)) + 1) / 2m).ToArray();
            var v = ranks.Zip(nonZero).Where(p => p.Second > 0).Sum(p => p.First);
            var (low, high) = (0, 0);
            for (var signs = 0; signs < 1 << ranks.Length; signs++)
            {
                var other = ranks.Where((_, i) => (signs >> i & 1) == 1).Sum();
                low += other <= v ? 1 : 0;
                high += other >= v ? 1 : 0;
            }

            result.Required.V.ShouldBe(v);
            result.Required.P.Value.ShouldBe(Math.Min(1, 2.0 * Math.Min(low, high) / (1 << ranks.Length)), 1e-12);
        });

    [Fact]
    public void Swapping_the_raters_mirrors_everything_but_p() =>
        Gen.Int[-20, 20].Where(d => d != 0).Array[1, 30].Sample(differences =>
        {
            var result = WilcoxonSignedRank.Of([.. differences.Select(d => (decimal?)d)]).Required;
            var swapped = WilcoxonSignedRank.Of([.. differences.Reverse().Select(d => (decimal?)-d)]).Required;

            var scaled = WilcoxonSignedRank.Of([.. differences.Select(d => (decimal?)(3 * d))]).Required;

            scaled.P.ShouldBe(result.P);
            scaled.HodgesLehmann.Value.ShouldBe(3 * result.HodgesLehmann.Value, 1e-12);
            swapped.P.Value.ShouldBe(result.P.Value, 1e-12);
            swapped.HodgesLehmann.Value.ShouldBe(-result.HodgesLehmann.Value, 1e-12);
            swapped.RankBiserial.Value.ShouldBe(-result.RankBiserial.Value, 1e-12);
        });

    [Fact]
    public void Beyond_three_hundred_the_normal_approximation_is_named_and_close()
    {
        decimal?[] differences = [.. Enumerable.Range(1, 300).Select(i => (decimal?)(i % 9 < 4 ? -i : i))];
        var exact = WilcoxonSignedRank.Of(differences).Required;
        var approximate = WilcoxonSignedRank.Of([.. differences, 0.5m]).Required;

        exact.P.Method.ShouldBe(Methods.Wilcoxon);
        approximate.P.Method.ShouldBe(Methods.WilcoxonNormal);
        approximate.P.Value.ShouldBe(exact.P.Value, 0.002);
    }
}
