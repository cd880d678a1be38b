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
}
