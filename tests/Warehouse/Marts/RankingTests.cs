using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Marts;

public sealed class RankingTests(RankingTests.Cases cases) : IClassFixture<RankingTests.Cases>
{
    private readonly SnapshotReader s = cases.Published;

    [Fact]
    public void Equal_totals_share_a_rank_and_the_next_is_skipped()
    {
        Rankings.Ask(s, "ties").Rows.Select(r => (r.Rank, r.District, r.Points, r.Tied)).ShouldBe(
            [(1, "d3", 20m, false), (2, "d1", 15m, true), (2, "d2", 15m, true), (4, "d4", 3m, false)]);
    }

    [Fact]
    public void Totals_are_compared_as_decimals_so_that_tenths_tie()
    {
        Rankings.Ask(s, "tenths").Rows.Select(r => (r.Rank, r.Tied)).ShouldBe([(1, true), (1, true)]);
    }

    [Fact]
    public void An_incomplete_district_is_listed_last_without_a_rank_and_with_what_it_has()
    {
        var rows = Rankings.Ask(s, "holes").Rows;
        rows.Select(r => (r.District, r.Rank, r.Points, r.Rate, r.Complete, r.IndicatorsScored, r.IndicatorsExpected)).ShouldBe(
            [("d1", 1, 3m, 0.15m, true, 3, 3), ("d2", null, 14m, null, false, 2, 3), ("d3", null, 4m, null, false, 1, 3), ("d4", null, null, null, false, 0, 3)]);
        rows[0].Ranked.ShouldBe(1);
    }

    [Fact]
    public void A_district_incomplete_in_total_is_ranked_in_the_dimension_it_completed()
    {
        Rankings.Ask(s, "part", "A").Rows.Single().Rank.ShouldBe(1);
        Rankings.Ask(s, "part", "B").Rows.Single().Rank.ShouldBeNull();
        Rankings.Ask(s, "part").Rows.Single().Rank.ShouldBeNull();
    }

    [Fact]
    public void Zero_is_a_score_and_ranks()
    {
        var row = Rankings.Ask(s, "zero").Rows.Single();
        (row.Rank, row.Points, row.Rate).ShouldBe((1, 0m, 0m));
    }

    [Fact]
    public void Change_is_against_the_districts_own_previous_evaluation_and_says_which()
    {
        var rows = Rankings.Ask(s, "r3").Rows.ToDictionary(r => r.District);
        // d1 was incomplete in r2, so it is held against r1.
        (rows["d1"].PreviousRound, rows["d1"].PreviousRank, rows["d1"].PreviousRanked, rows["d1"].PreviousPoints, rows["d1"].RankChange)
            .ShouldBe(("r1", 2, 2, 3m, 1));
        (rows["d2"].PreviousRound, rows["d2"].PreviousRank, rows["d2"].PreviousRanked, rows["d2"].RankChange).ShouldBe(("r2", 1, 1, -1));
        (rows["d3"].PreviousRound, rows["d3"].PreviousRank, rows["d3"].RankChange, rows["d3"].SameFramework).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Self_ranking_looks_at_self_scores_alone()
    {
        Rankings.Ask(s, "own", of: Rater.Self).Rows.Select(r => (r.District, r.Rank, r.Points)).ShouldBe([("d2", 1, 20m), ("d1", null, 1m)]);
    }

    /// <summary>Expert scores on A1, A2 and B1.</summary>
    internal static string All(string round, params (string District, decimal A1, decimal A2, decimal B1)[] scores) => string.Join('\n', scores.Select(s =>
        FormattableString.Invariant($"{round} {s.District} A1 expert {s.A1}\n{round} {s.District} A2 expert {s.A2}\n{round} {s.District} B1 expert {s.B1}")));

    /// <summary>Each case in a round of its own, published once; those of change come first, so that nothing is before them.</summary>
    public sealed class Cases : IDisposable
    {
        private readonly TestStore test = new(TestStore.SmallCity with
        {
            Rounds = [.. TestStore.SmallCity.Rounds, .. new[] { "ties", "tenths", "holes", "part", "zero", "own" }.Select((code, n) => TestStore.Round(code, "K", 2030 + n))],
        });

        public Cases()
        {
            test.Load(All("ties", ("d1", 3, 5, 7), ("d2", 4, 4, 7), ("d3", 4, 6, 10), ("d4", 1, 1, 1)));
            test.Load(All("tenths", ("d1", 0.1m, 0.2m, 0), ("d2", 0.3m, 0, 0)));
            test.Load(All("holes", ("d1", 1, 1, 1)) + "\nholes d2 A1 expert 4\nholes d2 B1 expert 10\nholes d3 A1 expert 4\nholes d4 A1 self 4");
            test.Load("part d1 A1 expert 4\npart d1 A2 expert 6");
            test.Load(All("zero", ("d1", 0, 0, 0)));
            test.Load(All("r1", ("d1", 1, 1, 1), ("d2", 2, 2, 2)));
            test.Load(All("r2", ("d2", 3, 3, 3)) + "\nr2 d1 A1 expert 4");
            test.Load(All("r3", ("d1", 4, 4, 4), ("d2", 3, 3, 3), ("d3", 1, 1, 1)));
            test.Load(All("own", ("d1", 4, 6, 10), ("d2", 1, 1, 1)) + "\nown d2 A1 self 4\nown d2 A2 self 6\nown d2 B1 self 10\nown d1 A1 self 1");
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
