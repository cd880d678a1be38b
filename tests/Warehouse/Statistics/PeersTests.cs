using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class PeersTests
{
    private static readonly PeerProfile[] Profiles =
    [
        new("A", "core", "首都功能核心区", "core", [0.9, 0.8]),
        new("B", "core", "首都功能核心区", "core", [0.6, 0.4]),
        new("C", "outer", "生态涵养区", "outer", [0.9, 0.7]),
        new("D", "outer", "生态涵养区", "outer", [0.8, 0.8]),
        new("E", "outer", "生态涵养区", "outer", [null, 0.8]),
    ];

    [Fact]
    public void Peers_by_zone_are_the_others_of_the_zone_with_the_reason()
    {
        var group = Peers.ByZone("C", Profiles);

        group.Peers.Select(p => p.District).ShouldBe(["D", "E"]);
        group.ReasonZh.ShouldContain("生态涵养区");
        group.ReasonEn.ShouldContain("outer");
    }

    [Fact]
    public void The_nearest_are_ordered_by_root_mean_square_distance_and_ties_by_code()
    {
        var group = Peers.Nearest("A", Profiles, 4);

        group.Peers.Select(p => p.District).ShouldBe(["E", "C", "D", "B"]);
        group.Peers[0].Distance.Required.ShouldBe(new Estimate(0, 1, Methods.PeerDistance, 1));
        group.Peers[1].Distance.Required.Value.ShouldBe(Math.Sqrt(0.01 / 2), 1e-12);
        group.Peers[3].Distance.Required.Value.ShouldBe(Math.Sqrt((0.09 + 0.16) / 2), 1e-12);
    }

    [Fact]
    public void A_district_that_is_alone_in_its_zone_has_no_peers() =>
        Peers.ByZone("X", [.. Profiles, new PeerProfile("X", "x", "x", "x", [1, 1])]).Peers.ShouldBeEmpty();

    [Fact]
    public void A_district_with_no_indicator_in_common_is_not_near()
    {
        var group = Peers.Nearest("X", [.. Profiles, new PeerProfile("X", "x", "x", "x", [0.5, null])], 9);

        group.Peers.Select(p => p.District).ShouldNotContain("E");
        group.Peers.Count.ShouldBe(4);
    }

    [Fact]
    public void An_unknown_district_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Peers.ByZone("Z", Profiles));

    [Fact]
    public void Distance_is_symmetric_and_zero_to_itself()
    {
        Peers.Distance([0.2, 0.5], [0.4, 0.9]).Required.Value.ShouldBe(Peers.Distance([0.4, 0.9], [0.2, 0.5]).Required.Value);
        Peers.Distance([0.2, 0.5], [0.2, 0.5]).Required.Value.ShouldBe(0);
    }

    [Fact]
    public void The_order_of_districts_and_indicators_does_not_matter()
    {
        PeerProfile[] backwards = [.. Profiles.Reverse().Select(p => p with { Rates = [.. p.Rates.Reverse()] })];

        foreach (var district in Profiles.Select(p => p.District))
            Peers.Nearest(district, backwards, 3).Peers.Select(p => p.District).ShouldBe(Peers.Nearest(district, Profiles, 3).Peers.Select(p => p.District));
    }

    [Fact]
    public void Distance_is_the_root_mean_square_over_the_indicators_that_both_have() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 10]).Array[0, 8].Sample(pairs =>
        {
            double?[] left = [.. pairs.Select(p => p.Item1 == 0 ? (double?)null : p.Item1 / 10.0)];
            double?[] right = [.. pairs.Select(p => p.Item2 == 0 ? (double?)null : p.Item2 / 10.0)];
            var both = pairs.Where(p => p.Item1 > 0 && p.Item2 > 0).ToArray();
            var distance = Peers.Distance(left, right);

            distance.IsGiven.ShouldBe(both.Length > 0);
            if (distance.IsGiven)
            {
                distance.Value.Value.ShouldBe(Math.Sqrt(both.Average(p => Math.Pow((p.Item1 - p.Item2) / 10.0, 2))), 1e-12);
                Peers.Distance(right, left).Required.Value.ShouldBe(distance.Value.Value, 1e-12);
            }
        });
}
