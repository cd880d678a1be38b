using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Marts;

public sealed class IndicatorResultTests
{
    [Fact]
    public void Three_experts_in_their_mean_out()
    {
        var row = Only("""
            r1 d1 A1 expert:E01 1.01
            r1 d1 A1 expert:E02 1.02
            r1 d1 A1 expert:E03 1.02
            """);
        (row.ExpertPoints, row.Experts, row.ExpertSource).ShouldBe((1.02m, 3, "mean"));
        row.ExpertSd!.Value.ShouldBe(0.005774, 1e-6);
    }

    [Theory]
    [InlineData("1.01", "1.02", 1.02)]
    [InlineData("0.00", "0.01", 0.01)]
    [InlineData("2.34", "2.35", 2.35)]
    public void A_mean_that_ends_in_half_a_hundredth_is_rounded_away_from_zero(string one, string other, double expected) =>
        Only($"r1 d1 A1 expert:E01 {one}\nr1 d1 A1 expert:E02 {other}").ExpertPoints.ShouldBe((decimal)expected);

    [Fact]
    public void The_panels_consolidated_score_counts_before_the_mean_of_its_experts()
    {
        var row = Only("r1 d1 A1 expert:E01 1\nr1 d1 A1 expert:E02 2\nr1 d1 A1 expert 3.5");
        (row.ExpertPoints, row.Experts, row.ExpertSource).ShouldBe((3.5m, 2, "panel"));
    }

    [Fact]
    public void Two_experts_have_no_standard_deviation() =>
        Only("r1 d1 A1 expert:E01 1\nr1 d1 A1 expert:E02 2").ExpertSd.ShouldBeNull();

    [Fact]
    public void An_evaluated_district_has_a_row_for_every_indicator_and_nothing_where_nothing_was_scored()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 self 0");
        using var s = test.Publish();
        var rows = IndicatorResults.Ask(s, "r1").Rows;
        rows.Select(r => (r.Indicator, r.SelfPoints, r.ExpertPoints, r.PointsLost)).ShouldBe(
            [("A1", 0m, null, null), ("A2", null, null, null), ("B1", null, null, null)]);
        rows[0].SelfRate.ShouldBe(0m);
        rows[1].SelfRate.ShouldBeNull();
    }

    [Fact]
    public void A_gap_is_self_minus_expert_and_keeps_its_sign()
    {
        var row = Only("r1 d1 A1 self 1\nr1 d1 A1 expert 2");
        (row.GapPoints, row.GapRate).ShouldBe((-1m, -0.25m));
        Only("r1 d1 A1 self 1").GapPoints.ShouldBeNull();
    }

    [Fact]
    public void Rates_are_rounded_to_six_decimals_half_away_from_zero()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A2 expert 4\nr1 d1 A2 self 2");
        using var s = test.Publish();
        var row = IndicatorResults.Ask(s, "r1", "d1", "A2").Rows.Single();
        (row.ExpertRate, row.SelfRate, row.GapRate).ShouldBe((0.666667m, 0.333333m, -0.333333m));
    }

    [Fact]
    public void Districts_with_equal_scores_share_a_rank_within_the_indicator()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 3\nr1 d2 A1 expert 3\nr1 d3 A1 expert 4\nr1 d4 A1 expert 1\nr1 d5 A1 self 4");
        using var s = test.Publish();
        IndicatorResults.Ask(s, "r1", indicator: "A1").Rows.Select(r => r.Rank).ShouldBe([2, 2, 1, 4, null]);
    }

    private static IndicatorResultRow Only(string lines)
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load(lines);
        using var s = test.Publish();
        return IndicatorResults.Ask(s, "r1", "d1", "A1").Rows.Single();
    }
}
