using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Marts;

public sealed class IndicatorResultTests(IndicatorResultTests.Cases cases) : IClassFixture<IndicatorResultTests.Cases>
{
    private readonly SnapshotReader s = cases.Published;

    [Fact]
    public void Three_experts_in_their_mean_out()
    {
        var row = Only("r1", "d1");
        (row.ExpertPoints, row.Experts, row.ExpertSource).ShouldBe((1.02m, 3, "mean"));
        row.ExpertSd!.Value.ShouldBe(0.005774, 1e-6);
    }

    [Theory]
    [InlineData("d2", 1.02)]
    [InlineData("d3", 0.01)]
    [InlineData("d4", 2.35)]
    public void A_mean_that_ends_in_half_a_hundredth_is_rounded_away_from_zero(string district, double expected) =>
        Only("r1", district).ExpertPoints.ShouldBe((decimal)expected);

    [Fact]
    public void The_panels_consolidated_score_counts_before_the_mean_of_its_experts()
    {
        var row = Only("r1", "d5");
        (row.ExpertPoints, row.Experts, row.ExpertSource).ShouldBe((3.5m, 2, "panel"));
    }

    [Fact]
    public void Two_experts_have_no_standard_deviation() => Only("r1", "d2").ExpertSd.ShouldBeNull();

    [Fact]
    public void An_evaluated_district_has_a_row_for_every_indicator_and_nothing_where_nothing_was_scored()
    {
        var rows = IndicatorResults.Ask(s, "r2", "d1").Rows;
        rows.Select(r => (r.Indicator, r.SelfPoints, r.ExpertPoints, r.PointsLost)).ShouldBe(
            [("A1", 0m, null, null), ("A2", null, null, null), ("B1", null, null, null)]);
        rows[0].SelfRate.ShouldBe(0m);
        rows[1].SelfRate.ShouldBeNull();
    }

    [Fact]
    public void A_gap_is_self_minus_expert_and_keeps_its_sign()
    {
        var row = Only("r2", "d2");
        (row.GapPoints, row.GapRate).ShouldBe((-1m, -0.25m));
        Only("r2", "d3").GapPoints.ShouldBeNull();
    }

    [Fact]
    public void Rates_are_rounded_to_six_decimals_half_away_from_zero()
    {
        var row = Only("r2", "d4", "A2");
        (row.ExpertRate, row.SelfRate, row.GapRate).ShouldBe((0.666667m, 0.333333m, -0.333333m));
    }

    [Fact]
    public void Districts_with_equal_scores_share_a_rank_within_the_indicator() =>
        IndicatorResults.Ask(s, "r3", indicator: "A1").Rows.Select(r => r.Rank).ShouldBe([2, 2, 1, 4, null]);

    private IndicatorResultRow Only(string round, string district, string indicator = "A1") => IndicatorResults.Ask(s, round, district, indicator).Rows.Single();

    /// <summary>Each case in a round and district of its own, published once.</summary>
    public sealed class Cases : IDisposable
    {
        private readonly TestStore test = new(TestStore.SmallCity);

        public Cases()
        {
            test.Load("""
                r1 d1 A1 expert:E01 1.01
                r1 d1 A1 expert:E02 1.02
                r1 d1 A1 expert:E03 1.02
                r1 d2 A1 expert:E01 1.01
                r1 d2 A1 expert:E02 1.02
                r1 d3 A1 expert:E01 0.00
                r1 d3 A1 expert:E02 0.01
                r1 d4 A1 expert:E01 2.34
                r1 d4 A1 expert:E02 2.35
                r1 d5 A1 expert:E01 1
                r1 d5 A1 expert:E02 2
                r1 d5 A1 expert 3.5
                r2 d1 A1 self 0
                r2 d2 A1 self 1
                r2 d2 A1 expert 2
                r2 d3 A1 self 1
                r2 d4 A2 expert 4
                r2 d4 A2 self 2
                r3 d1 A1 expert 3
                r3 d2 A1 expert 3
                r3 d3 A1 expert 4
                r3 d4 A1 expert 1
                r3 d5 A1 self 4
                """);
            Published = test.Publish();
        }

        public SnapshotReader Published { get; }

        public void Dispose()
        {
            Published.Dispose();
            test.Dispose();
        }
    }
}
