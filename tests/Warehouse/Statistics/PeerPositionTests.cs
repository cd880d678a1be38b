using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class PeerPositionTests
{
    [Fact]
    public void A_position_has_median_quartiles_best_rank_and_z()
    {
        var position = Position.Against(8, [2, 4, 6, 8, 10]).Required;

        position.Peers.Median.Value.ShouldBe(6);
        position.Peers.Most.ShouldBe(10);
        position.Place.ShouldBe(new Place(2, 2));
        position.Z.Required.Value.ShouldBe(2 / Math.Sqrt(10), 1e-12);
    }

    [Fact]
    public void Fewer_than_five_peers_or_equal_ones_give_no_z()
    {
        Position.Against(8, [2, 4, 6, 8]).Required.Z.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Position.Against(8, [2, 2, 2, 2, 2]).Required.Z.Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
    }

    [Fact]
    public void Without_an_own_value_or_without_peers_there_is_no_position()
    {
        Position.Against(null, [1, 2]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Position.Against(1, [null]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
    }

    [Fact]
    public void Quantile_groups_keep_ties_together()
    {
        Position.QuantileGroups([9m, 8m, 8m, 8m, 5m, 4m, 3m, 2m], 4).ShouldBe([1, 1, 1, 1, 3, 3, 4, 4]);
        Position.QuantileGroups([9m, null, 1m], 2).ShouldBe([1, null, 2]);
        Position.QuantileGroups([7m, 7m, 7m], 4).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_shift_and_a_scale_of_all_values_keep_rank_and_z_in_any_order() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20].Array[5, 12]).Where(x => x.Item2.Distinct().Count() > 1).Sample((own, peers) =>
        {
            var position = Position.Against(own, [.. peers.Select(p => (double?)p)]).Required;
            var moved = Position.Against((3 * own) + 7, [.. peers.Reverse().Select(p => (double?)((3 * p) + 7))]).Required;

            moved.Place.ShouldBe(position.Place);
            moved.Z.Required.Value.ShouldBe(position.Z.Required.Value, 1e-9);
        });

    [Fact]
    public void Quantile_groups_follow_their_definition() =>
        Gen.Select(Gen.Int[0, 6].Array[1, 20], Gen.Int[1, 6]).Sample((totals, groups) => Position.QuantileGroups([.. totals.Select(t => (decimal?)t)], groups)
            .ShouldBe(totals.Select(t => (int?)((totals.Count(other => other > t) * groups / totals.Length) + 1))));
}
