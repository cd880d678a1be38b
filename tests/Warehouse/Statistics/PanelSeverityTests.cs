using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class PanelSeverityTests
{
    private static readonly ScoredIndicator[] Indicators = [new("F1", "F", 10), new("D1", "D", 20)];

    [Fact]
    public void A_severe_expert_is_taken_out_of_the_districts_that_had_to_face_it()
    {
        // Everyone is worth 8 of 10 and 16 of 20; E2 gives a tenth less and sat in B and C alone.
        var result = PanelSeverity.Of(new ScoreTable(Indicators,
        [
            District("A", ("E1", 8, 16), ("E3", 8, 16)), District("B", ("E1", 8, 16), ("E2", 7, 14)), District("C", ("E2", 7, 14), ("E3", 8, 16)),
        ])).Required;

        result.N.ShouldBe(12);
        result.Experts.Select(e => Math.Round(e.Estimate.Value, 9)).ShouldBe([0.033333333, -0.066666667, 0.033333333]);
        result.Districts.Select(d => d.Total.Required.Official).ShouldBe([24m, 22.5m, 22.5m]);
        result.Districts.Select(d => d.Total.Required.OfficialPlace.Rank).ShouldBe([1, 2, 2]);
        result.Districts.Select(d => Math.Round(d.Total.Required.Adjusted, 6)).ShouldBe([23m, 23m, 23m]);
        result.Districts.Select(d => d.Total.Required.Moves).ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void One_indicator_is_the_severity_of_districts_by_experts()
    {
        var table = new ScoreTable([new("F1", "F", 10)], [.. ShroutFleiss.Ratings.Select((row, t) => new DistrictScores(
            Tables.Name(t), [(decimal)row.Average()!.Value], [.. row.Select((x, e) => new ExpertScores($"E{e}", [(decimal)x!.Value]))]))]);

        var one = ExpertSeverity.Of([.. ShroutFleiss.Ratings.SelectMany((row, t) => row.Select((x, e) => new PanelScore(Tables.Name(t), $"E{e}", x!.Value / 10)))]).Required;

        PanelSeverity.Of(table).Required.Experts.Zip(one.Experts).ShouldAllBe(p => Math.Abs(p.First.Estimate.Value - p.Second.Estimate.Value) < 1e-12);
    }

    [Fact]
    public void The_order_of_districts_and_experts_does_not_matter()
    {
        var table = Tables.Random(9, 4, 5);
        var backwards = table with { Districts = [.. table.Districts.Reverse().Select(d => d with { Experts = [.. d.Experts.Reverse()] })] };

        var forwards = PanelSeverity.Of(table).Required;

        PanelSeverity.Of(backwards).Required.Districts.Reverse().Select(d => d.Total.Required).ShouldBe(forwards.Districts.Select(d => d.Total.Required));
        forwards.Experts.Sum(e => e.Estimate.Value).ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Panels_that_share_no_expert_are_refused_by_the_names_of_districts_and_experts()
    {
        var withheld = PanelSeverity.Of(new ScoreTable(Indicators, [District("A", ("E1", 8, 16), ("E2", 8, 16)), District("B", ("E3", 7, 14), ("E4", 7, 15))])).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.Unconnected);
        withheld.En.ShouldContain("A, E1, E2; B, E3, E4");
    }

    [Fact]
    public void Experts_who_share_a_district_but_no_indicator_of_it_are_unconnected() => PanelSeverity.Of(new ScoreTable(
        Indicators, [new("A", [8m, 16m], [new("E1", [8m, null]), new("E2", [null, 16m])])])).Withheld!.Reason.ShouldBe(WithheldReason.Unconnected);

    [Fact]
    public void A_district_without_a_named_expert_somewhere_has_no_adjusted_total_and_moves_nobody()
    {
        var result = PanelSeverity.Of(new ScoreTable(Indicators,
        [
            District("A", ("E1", 8, 16), ("E2", 7, 16)), new("B", [10m, 20m], [new("E1", [10m, null]), new("E2", [10m, null])]), District("C", ("E1", 7, 15), ("E2", 7, 14)),
        ])).Required;

        result.Districts[1].Total.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
        result.Districts[0].Total.Required.OfficialPlace.Rank.ShouldBe(1);
    }

    [Fact]
    public void Nobody_and_one_expert_are_too_few()
    {
        PanelSeverity.Of(new ScoreTable([], [])).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        PanelSeverity.Of(new ScoreTable(Indicators, [District("A", ("E1", 8, 16))])).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
    }

    private static DistrictScores District(string name, params (string Expert, decimal F1, decimal D1)[] scores) => new(
        name, [scores.Average(x => x.F1), scores.Average(x => x.D1)], [.. scores.Select(x => new ExpertScores(x.Expert, [x.F1, x.D1]))]);
}
