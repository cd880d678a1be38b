using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class RankIntervalsTests
{
    private static readonly RankIntervalSettings Settings = new(Seed: 2023);

    [Theory]
    [InlineData(16, 0)]
    [InlineData(16, 5)]
    [InlineData(150, 3)]
    public void The_answer_is_the_same_for_every_number_of_threads(int districts, int experts)
    {
        var table = Tables.Random(districts, experts, 1);

        var one = RankIntervals.Of(table, Settings with { Threads = 1, Draws = 500 });
        var many = RankIntervals.Of(table, Settings with { Threads = 7, Draws = 500 });

        many.Districts.ShouldBe(one.Districts);
        many.Pairs.ShouldBe(one.Pairs);
    }

    [Fact]
    public void The_answer_is_pinned_so_that_another_machine_would_be_noticed()
    {
        var result = RankIntervals.Of(Tables.Random(6, 4, 7), Settings);

        result.Districts.Select(d => d.Interval.Required)
            .Select(i => $"{i.Place.Rank} [{i.Rank.Low},{i.Rank.High}] {i.TopThree}")
            .ShouldBe(["5 [5,5] 0", "3 [3,4] 0.8105", "2 [2,2] 1", "6 [6,6] 0", "1 [1,1] 1", "4 [3,4] 0.1895"]);
    }

    [Fact]
    public void The_order_of_districts_indicators_and_experts_does_not_matter()
    {
        var table = Tables.Random(12, 4, 3);
        var backwards = new ScoreTable(
            [.. table.Indicators.Reverse()],
            [.. table.Districts.Reverse().Select(d => new DistrictScores(
                d.District,
                [.. d.Points.Reverse()],
                [.. d.Experts.Reverse().Select(e => new ExpertScores(e.Expert, [.. e.Points.Reverse()]))]))]);

        var forwards = RankIntervals.Of(table, Settings).Districts;

        RankIntervals.Of(backwards, Settings).Districts.Reverse().ShouldBe(forwards);
    }

    [Fact]
    public void The_draws_agree_with_a_plain_simulation()
    {
        // The same from the definition, with System.Random in place of the keyed streams: equal up to the noise of 4,000 draws.
        // The first expert of the first panel scored only every other indicator.
        var table = Tables.Random(4, 4, 11, range: 0.04);
        var first = table.Districts[0];
        var partial = first.Experts[0] with { Points = [.. first.Experts[0].Points.Select((p, j) => j % 2 == 0 ? p : null)] };
        ExpertScores[] panel = [partial, .. first.Experts.Skip(1)];
        var points = first.Points.Select((_, j) => panel.Average(e => e.Points[j]));
        table = table with { Districts = [new DistrictScores(first.District, [.. points], panel), .. table.Districts.Skip(1)] };

        var fast = RankIntervals.Of(table, Settings with { Draws = 4000 });
        var slow = PlainSimulation.Above(table, 4000, 0.25, new Random(5));

        fast.Pairs.Count.ShouldBe(6);
        fast.Pairs.Count(p => p.Above is > 0.1 and < 0.9).ShouldBeGreaterThan(3);
        foreach (var pair in fast.Pairs)
        {
            pair.Above.ShouldBe(slow[(pair.Left, pair.Right)], 0.03);
        }
    }

    [Fact]
    public void A_district_that_is_at_least_as_good_on_every_indicator_never_ranks_below() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 4]).Sample((seed, experts) =>
        {
            var table = Tables.Random(8, experts, seed);
            var twin = table.Districts[0];
            var better = new DistrictScores("Better", [.. twin.Points.Select((p, j) => j % 3 == 0 ? Math.Min(p!.Value + 0.5m, table.Indicators[j].MaxPoints) : p)]);
            var equal = new DistrictScores("Equal", twin.Points, [.. twin.Experts.Reverse().Skip(1)]);
            var result = RankIntervals.Of(table with { Districts = [better, .. table.Districts, equal] }, Settings with { Draws = 200 });

            foreach (var pair in result.Pairs)
            {
                var left = result_(pair.Left);
                var right = result_(pair.Right);
                if (left.Points.Zip(right.Points).All(p => p.First >= p.Second))
                {
                    (pair.Above + pair.Tied).ShouldBe(1, 1e-12);
                }

                if (left.Points.Zip(right.Points).All(p => p.First <= p.Second))
                {
                    pair.Above.ShouldBe(0);
                }
            }

            DistrictScores result_(string name) => name == "Better" ? better : name == "Equal" ? equal : table.Districts.Single(d => d.District == name);
        }, iter: 30);

    [Fact]
    public void Without_variation_every_draw_gives_the_official_ranks()
    {
        var table = Tables.Of([5m, 5m], [7m, 3m], [1m, 1m], [9m, 9m]);

        var result = RankIntervals.Of(table, Settings with { WeightSpread = 0, Draws = 50 });

        foreach (var district in result.Districts)
        {
            var interval = district.Interval.Required;
            interval.Rank.ShouldBe(new Interval(interval.Place.Rank, interval.Place.Rank, 0.9));
        }

        result.Pairs.Single(p => p is { Left: "A", Right: "B" }).Tied.ShouldBe(1);
        result.Districts[2].Interval.Required.TopThree.ShouldBe(0);
    }

    [Fact]
    public void Weights_vary_within_a_dimension_only_so_one_indicator_a_dimension_varies_nothing()
    {
        var table = new ScoreTable(
            [new("F1", "F", 40), new("D1", "D", 40), new("O1", "O", 20)],
            [new("A", [40m, 0m, 0m]), new("B", [0m, 39m, 0m]), new("C", [10m, 8m, 20m])]);

        var result = RankIntervals.Of(table, Settings);

        result.Districts.Select(d => d.Interval.Required.Rank.High).ShouldBe([1, 2, 3]);
        result.Districts.Select(d => d.Interval.Required.Rank.Low).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Missing_expert_scores_leave_the_official_score_where_it_is()
    {
        var experts = new ExpertScores[] { new("E1", [8m, null]), new("E2", [6m, null]), new("E3", [7m, null]) };
        var table = new ScoreTable(
            [new("F1", "F", 10), new("D1", "D", 10)],
            [new("A", [7m, 9m], experts), new("B", [4m, 9m]), new("C", [10m, 9m])]);

        var result = RankIntervals.Of(table, Settings);

        result.Districts[0].Interval.Required.Experts.ShouldBe(3);
        result.Districts.Select(d => d.Interval.Required.Rank.Low).ShouldBe([2, 3, 1]);
    }

    [Fact]
    public void An_incomplete_district_has_no_interval_and_two_districts_have_none()
    {
        var table = Tables.Of([5m, 5m], [4m, null], [6m, 6m], [7m, 7m]);

        var result = RankIntervals.Of(table, Settings);

        (result.N, result.Excluded).ShouldBe((3, 1));
        result.Districts[1].Interval.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
        RankIntervals.Of(Tables.Of([5m], [4m]), Settings).Districts[0].Interval.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        RankIntervals.Of(new ScoreTable([], []), Settings).Districts.ShouldBeEmpty();
    }

    [Fact]
    public void Many_districts_compare_only_the_pairs_that_were_asked_for()
    {
        var table = Tables.Random(70, 0, 5);

        var result = RankIntervals.Of(table, Settings with { Draws = 100, Pairs = [("B", "A")] });

        result.Pairs.Count.ShouldBe(1);
        var all = RankIntervals.Of(table, Settings with { Draws = 100, PairwiseUpTo = 100 }).Pairs.Single(p => p is { Left: "A", Right: "B" });
        result.Pairs[0].Above.ShouldBe(1 - all.Above - all.Tied, 1e-12);
    }

    [Fact]
    public void A_shared_place_counts_for_both_in_the_top_three()
    {
        var result = RankIntervals.Of(Tables.Of([5m], [5m], [5m], [5m]), Settings with { Draws = 10 });

        result.Districts.ShouldAllBe(d => d.Interval.Required.TopThree == 1);
    }
}
