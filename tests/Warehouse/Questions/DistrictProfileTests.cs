using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class DistrictProfileTests(DistrictProfileTests.Cases cases) : IClassFixture<DistrictProfileTests.Cases>
{
    private readonly SnapshotReader s = cases.Published;

    [Fact]
    public void A_profile_holds_the_district_against_the_city_or_its_zone()
    {
        var city = DistrictProfiles.Ask(s, "d2", "r1").ShouldNotBeNull();
        city.PeerDistricts.ShouldBe(["d1", "d2", "d3", "d4", "d5"]);
        var a1 = city.Indicators[0];
        (a1.N, a1.MinRate, a1.Q1Rate, a1.MedianRate, a1.Q3Rate, a1.MaxRate).ShouldBe((5, 0.25m, 0.5m, 0.75m, 1m, 1m));
        a1.BestDistricts.ShouldBe(["d4", "d5"]);
        (a1.Result.ExpertRate, a1.Result.PointsLost, a1.Result.Rank).ShouldBe((0.5m, 2m, 4));
        var zone = DistrictProfiles.Ask(s, "d2", "r1", DistrictProfiles.Zone).ShouldNotBeNull();
        zone.PeerDistricts.ShouldBe(["d1", "d2", "d3"]);
        zone.Indicators[0].MaxRate.ShouldBe(0.75m);
    }

    [Fact]
    public void The_next_rank_up_is_the_nearest_one_with_all_who_hold_it()
    {
        var next = DistrictProfiles.Ask(s, "d1", "r2")!.Next.ShouldNotBeNull();
        (next.Rank, next.Points).ShouldBe((2, 3m));
        next.Districts.ShouldBe(["d2", "d3"]);
        DistrictProfiles.Ask(s, "d2", "r2")!.Next!.Districts.ShouldBe(["d4"]);
        DistrictProfiles.Ask(s, "d4", "r2")!.Next.ShouldBeNull();
    }

    [Fact]
    public void An_incomplete_district_has_a_profile_without_rank_and_without_a_next_one()
    {
        var profile = DistrictProfiles.Ask(s, "d1", "r3").ShouldNotBeNull();
        (profile.Ranking.Rank, profile.Next).ShouldBe((null, null));
        profile.Indicators.Select(i => i.Result.ExpertPoints).ShouldBe([1m, null, null]);
        profile.History[^1].Complete.ShouldBeFalse();
    }

    [Fact]
    public void A_district_without_scores_has_no_profile()
    {
        DistrictProfiles.Ask(s, "d5", "r3").ShouldBeNull();
    }

    /// <summary>Each case in a round of its own, published once.</summary>
    public sealed class Cases : IDisposable
    {
        private readonly TestStore test = new(TestStore.SmallCity);

        public Cases()
        {
            test.Load(RankingTests.All("r1", ("d1", 1, 1, 1), ("d2", 2, 2, 2), ("d3", 3, 3, 3), ("d4", 4, 4, 4), ("d5", 4, 5, 5)));
            test.Load(RankingTests.All("r2", ("d1", 1, 1, 1), ("d2", 2, 2, 2), ("d3", 2, 2, 2), ("d4", 4, 4, 4)));
            test.Load(RankingTests.All("r3", ("d2", 2, 2, 2)) + "\nr3 d1 A1 expert 1");
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
