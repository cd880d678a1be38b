using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class PeerComparisonTests(PeerComparisonTests.Cases cases) : IClassFixture<PeerComparisonTests.Cases>
{
    private readonly SnapshotReader s = cases.Published;

    private static readonly string Scores = RankingTests.All("r1", ("d1", 1, 3, 5), ("d2", 2, 3, 6), ("d3", 4, 6, 4), ("d4", 1, 3, 6), ("d5", 4, 6, 10));

    [Fact]
    public void Peers_by_zone_are_the_other_districts_of_the_zone_and_say_so()
    {
        var peers = PeerComparisons.Ask(s, "d1", "r1").ShouldNotBeNull();

        peers.Peers.Select(p => p.District).ShouldBe(["d2", "d3"]);
        (peers.By, peers.WhyEn, peers.WhyZh).ShouldBe(("zone", "In the same zone, Zone west: 2 districts.", "同属west区域，共2个区。"));
        var total = peers.Positions[0];
        (total.Code, total.N, total.Place, total.Rate).ShouldBe(("total", 2, 3, 0.45m));
        total.Median!.Value.ShouldBe((0.55 + 0.7) / 2, 1e-12);
        total.Z.ShouldBeNull();
        peers.Withheld.ShouldContain(w => w.Statistic == "z" && w.Code == "total" && w.Reason == "tooFew");
        peers.Quarter.ShouldBe(4);
        // On A1 the zone's best is d3; B1 is at its peers' median and leaves nothing to learn there.
        peers.LearnFrom.Select(l => (l.Indicator, l.PointsBehind)).ShouldBe([("A1", 3m), ("A2", 3m)]);
        (peers.LearnFrom[0].Peers, peers.LearnFrom[0].City).ShouldSatisfyAllConditions(l => l.Peers.ShouldBe(["d3"]), l => l.City.ShouldBe(["d3", "d5"]));
    }

    [Fact]
    public void The_nearest_are_those_with_the_most_similar_rates_wherever_they_lie()
    {
        var peers = PeerComparisons.Ask(s, "d1", "r1", PeerComparisons.Nearest, count: 2).ShouldNotBeNull();

        peers.Peers.Select(p => p.District).ShouldBe(["d4", "d2"]);
        peers.Peers[0].Distance!.Value.ShouldBe(Math.Sqrt(0.01 / 3), 1e-12);
        DistrictProfiles.Ask(s, "d1", "r1", DistrictProfiles.Nearest)!.PeerDistricts.ShouldBe(["d1", "d2", "d3", "d4", "d5"]);
        PeerComparisons.Ask(s, "d1", "r2").ShouldBeNull();
        Should.Throw<ArgumentException>(() => PeerComparisons.Ask(s, "d1", "r1", "city"));
    }

    [Fact]
    public void Other_points_lead_to_another_total_rank_and_interval_for_this_district_alone()
    {
        var answer = WhatIfs.Ask(s, "d1", "r1", new Dictionary<string, decimal> { ["B1"] = 10, ["A2"] = 6 }).ShouldNotBeNull();

        (answer.Before.Points, answer.Before.Rank, answer.Ranked).ShouldBe((9m, 5, 5));
        var ranking = RankCertainties.Ask(s, "r1").Rows.Single(r => r.District == "d1");
        (answer.Before.RankLow, answer.Before.RankHigh, answer.Before.PTop3).ShouldBe((ranking.RankLow, ranking.RankHigh, ranking.PTop3));
        (answer.After!.Points, answer.After.Rank, answer.After.RankLow).ShouldBe((17m, 2, 2));
        answer.Changes.Select(c => (c.Indicator, c.Points, c.Assumed)).ShouldBe([("A2", 3m, 6m), ("B1", 5m, 10m)]);
        answer.Withheld.ShouldBeEmpty();
        var wrong = WhatIfs.Ask(s, "d1", "r1", new Dictionary<string, decimal> { ["B1"] = 10.01m })!;
        wrong.After.ShouldBeNull();
        wrong.Withheld.Single().ShouldSatisfyAllConditions(w => w.Statistic.ShouldBe("after"), w => w.En.ShouldContain("between 0 and 10"));
    }

    [Fact]
    public void Points_for_a_missing_score_complete_a_district()
    {
        var answer = WhatIfs.Ask(s, "d1", "r3", new Dictionary<string, decimal> { ["B1"] = 10 }).ShouldNotBeNull();

        (answer.Before.Points, answer.Before.Rank, answer.After!.Points, answer.After.Rank, answer.Ranked).ShouldBe((4m, null, 14m, 2, 5));
        answer.Withheld.ShouldContain(w => w.Statistic == "before.rank" && w.Reason == "incomplete");
    }

    [Fact]
    public void Other_weights_rank_anew_beside_the_official_rank()
    {
        var onlyB = ReweightedRankings.Ask(s, "r1", new Dictionary<string, decimal> { ["A"] = 0, ["B"] = 1 });

        onlyB.Rows.Select(r => (r.District, r.OfficialRank, r.Rank, r.PlacesMoved, r.Rate)).ShouldBe(
            [("d5", 1, 1, 0, 1m), ("d2", 3, 2, 1, 0.6m), ("d4", 4, 2, 2, 0.6m), ("d1", 5, 4, 1, 0.5m), ("d3", 2, 5, -3, 0.4m)]);
        var wrong = ReweightedRankings.Ask(s, "r1", new Dictionary<string, decimal> { ["A"] = 1 });
        wrong.Rows.ShouldBeEmpty();
        wrong.Withheld.Single().Zh.ShouldBe("一级指标B没有权重。");
    }

    /// <summary>In r1 all scores, in r3 the same with one missing.</summary>
    public sealed class Cases : IDisposable
    {
        private readonly TestStore test = new(TestStore.SmallCity);

        public Cases()
        {
            test.Load(Scores);
            test.Load(Scores.Replace("r1 d1 B1 expert 5\n", "", StringComparison.Ordinal).Replace("r1 ", "r3 ", StringComparison.Ordinal));
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
