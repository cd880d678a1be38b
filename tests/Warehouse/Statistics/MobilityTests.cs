using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class MobilityTests
{
    [Fact]
    public void Ranks_are_taken_anew_among_the_districts_of_both_rounds()
    {
        // Without the newcomer (90 in the second round) nobody has moved but the last two.
        var result = Mobility.Of([80m, 70m, 60m, 50m, null, null], [80m, 70m, 40m, 50m, 90m, null]);

        (result.N, result.Excluded).ShouldBe((4, 1));
        result.MeanRankChange.Required.Value.ShouldBe(0.5);
        result.Spearman.Required.Coefficient.Value.ShouldBe(0.8, 1e-12);
        result.KendallTauB.Required.Coefficient.Value.ShouldBe(4 / 6.0, 1e-12);
    }

    [Fact]
    public void No_district_in_both_rounds_withholds_everything()
    {
        var result = Mobility.Of([1m, null], [null, 2m]);

        result.MeanRankChange.Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        result.Spearman.IsGiven.ShouldBeFalse();
        result.Excluded.ShouldBe(2);
        Mobility.Of([1m, 2m], [2m, 1m]).MeanRankChange.Required.Value.ShouldBe(1);
    }

    [Fact]
    public void Swapping_the_rounds_shifting_points_or_reordering_districts_changes_nothing() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3, 12].Where(p => p.Select(x => x.Item1).Distinct().Count() > 1 && p.Select(x => x.Item2).Distinct().Count() > 1).Sample(pairs =>
        {
            var result = Of(pairs);
            var swapped = Of([.. pairs.Reverse().Select(p => (p.Item2 + 5, p.Item1))]);

            result.MeanRankChange.Required.Value.ShouldBe(
                pairs.Average(p => Math.Abs(pairs.Count(o => o.Item1 > p.Item1) - pairs.Count(o => o.Item2 > p.Item2))), 1e-12);
            swapped.MeanRankChange.Required.Value.ShouldBe(result.MeanRankChange.Required.Value, 1e-12);
            swapped.Spearman.Required.Coefficient.Value.ShouldBe(result.Spearman.Required.Coefficient.Value, 1e-12);
            swapped.KendallTauB.Required.P.Value.ShouldBe(result.KendallTauB.Required.P.Value, 1e-12);
        }, iter: 50);

    private static MobilityResult Of((int X, int Y)[] pairs) => Mobility.Of([.. pairs.Select(p => (decimal?)p.X)], [.. pairs.Select(p => (decimal?)p.Y)]);
}
