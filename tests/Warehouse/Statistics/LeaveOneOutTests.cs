using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class LeaveOneOutTests
{
    [Fact]
    public void Without_one_judge_the_targets_of_Shrout_and_Fleiss_keep_close_to_their_ranks()
    {
        var table = new ScoreTable(
            [new("F1", "F", 10)],
            [.. ShroutFleiss.Ratings.Select((row, i) => new DistrictScores(
                $"T{i}",
                [row.Average(v => (decimal)v!.Value)],
                [.. row.Select((v, j) => new ExpertScores($"E{j}", [(decimal)v!.Value]))]))]);

        var result = LeaveOneOut.Expert(table);

        result.Omitted.ShouldBe(["E0", "E1", "E2", "E3"]);
        result.Districts.Select(d => (d.Range.Required.Best.Rank, d.Range.Required.Worst.Rank))
            .ShouldBe([(2, 3), (5, 6), (2, 2), (5, 5), (1, 1), (4, 4)]);
        result.Districts.Select(d => d.Range.Required.Place.Rank).ShouldBe([3, 6, 2, 5, 1, 4]);
    }

    [Fact]
    public void Without_one_indicator_the_range_names_the_indicator_that_makes_it()
    {
        var result = LeaveOneOut.Indicator(Tables.Of([9m, 1m, 5m], [5m, 4m, 5m], [1m, 9m, 3m]));

        result.Districts[0].Range.Required.ShouldBe(new RankRange(new Place(1, 1), new OmittedRank(1, "F2"), new OmittedRank(3, "F1")));
        result.Districts[2].Range.Required.Best.ShouldBe(new OmittedRank(1, "F1"));
    }

    [Fact]
    public void A_consolidated_score_moves_by_what_the_expert_made_of_the_mean()
    {
        // The panel agreed on 8 although its experts' mean is 6; without E1 (4) the mean rises by 2, so the score does.
        var table = new ScoreTable(
            [new("F1", "F", 20)],
            [new("A", [8m], [new("E1", [4m]), new("E2", [8m])]), new("B", [9m])]);

        var result = LeaveOneOut.Expert(table);

        result.Districts[0].Range.Required.Best.ShouldBe(new OmittedRank(1, "E1"));
        result.Districts[0].Range.Required.Worst.ShouldBe(new OmittedRank(2, "E2"));
    }

    [Fact]
    public void The_only_expert_of_a_cell_cannot_be_left_out_and_is_named()
    {
        var table = new ScoreTable(
            [new("F1", "F", 10)],
            [new("A", [8m], [new("E1", [8m])]), new("B", [6m], [new("E1", [6m]), new("E2", [6m])])]);

        var result = LeaveOneOut.Expert(table);

        result.Omitted.ShouldBe(["E2"]);
        result.Excluded.ShouldBe(["E1"]);
    }

    [Fact]
    public void Without_experts_or_with_one_indicator_there_is_nothing_to_leave_out()
    {
        LeaveOneOut.Expert(Tables.Of([5m], [4m])).Districts[0].Range.Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        LeaveOneOut.Indicator(Tables.Of([5m], [4m])).Districts[0].Range.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        LeaveOneOut.Indicator(Tables.Of([5m, null], [4m, 3m])).Districts[0].Range.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
    }
}
