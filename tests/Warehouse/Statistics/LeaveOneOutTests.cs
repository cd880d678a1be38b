using CsCheck;
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

    [Fact]
    public void Without_each_indicator_the_ranks_are_those_of_the_table_that_lacks_it() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var table = Tables.Random(7, 0, seed);
            var ranks = Enumerable.Range(0, table.Indicators.Count).Select(j => Ranking.Of(new ScoreTable(
                [.. table.Indicators.Where((_, i) => i != j)],
                [.. table.Districts.Select(d => new DistrictScores(d.District, [.. d.Points.Where((_, i) => i != j)]))])).Select(s => s.Place.Required.Rank).ToArray()).ToArray();

            LeaveOneOut.Indicator(table).Districts.Select(d => (d.Range.Required.Best.Rank, d.Range.Required.Worst.Rank))
                .ShouldBe(Enumerable.Range(0, 7).Select(i => (ranks.Min(r => r[i]), ranks.Max(r => r[i]))));
        }, iter: 30);

    [Fact]
    public void Without_each_expert_the_ranks_are_those_of_the_sum_of_the_others_in_any_order() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var table = Tables.Random(6, 4, seed);
            var ranks = Enumerable.Range(0, 4).Select(e => Ranking.Of(table with
            {
                Districts =
                [
                    .. table.Districts.Select(d => new DistrictScores(d.District, [.. table.Indicators.Select((_, j) =>
                        (decimal?)d.Experts.Where((_, other) => other != e).Sum(x => x.Points[j]!.Value))])),
                ],
            }).Select(s => s.Place.Required.Rank).ToArray()).ToArray();
            var backwards = table with { Districts = [.. table.Districts.Select(d => d with { Experts = [.. d.Experts.Reverse()] })] };

            foreach (var given in new[] { table, backwards })
                LeaveOneOut.Expert(given).Districts.Select(d => (d.Range.Required.Best.Rank, d.Range.Required.Worst.Rank))
                    .ShouldBe(Enumerable.Range(0, 6).Select(i => (ranks.Min(r => r[i]), ranks.Max(r => r[i]))));
        }, iter: 30);

    [Fact]
    public void Experts_who_sat_on_few_panels_move_the_others_as_ranking_anew_does() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var random = new Random(seed);
            var whole = Tables.Random(9, 6, seed);
            var table = whole with
            {
                Districts = [.. whole.Districts.Select(d =>
                {
                    ExpertScores[] panel = [.. d.Experts.OrderBy(_ => random.Next()).Take(random.Next(2, 5))];
                    return new DistrictScores(d.District, [.. d.Points.Select((_, j) => panel.Average(e => e.Points[j]))], panel);
                })],
            };
            var result = LeaveOneOut.Expert(table);
            var ranks = result.Omitted.Select(omitted => Ranking.Competition([.. table.Districts.Select(d => (decimal?)Math.Round(
                table.Indicators.Select((_, j) => d.Experts.Where(e => e.Expert != omitted).Average(e => e.Points[j]!.Value)).Sum(), 9))])).ToArray();

            result.Excluded.ShouldBeEmpty();
            result.Districts.Select(d => (d.Range.Required.Best.Rank, d.Range.Required.Worst.Rank))
                .ShouldBe(Enumerable.Range(0, 9).Select(i => (ranks.Min(r => r[i]!.Rank), ranks.Max(r => r[i]!.Rank))));
        }, iter: 50);
}
