using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class CeilingFloorTests
{
    [Fact]
    public void Shares_at_the_ends_are_flagged_from_fifteen_percent()
    {
        decimal?[] points = [.. Enumerable.Repeat((decimal?)6.0m, 3), .. Enumerable.Repeat((decimal?)5m, 15), 0m, 0m, null];

        var ends = CeilingFloor.Of(points, 6).Required;

        (ends.N, ends.Excluded).ShouldBe((20, 1));
        ends.Ceiling.Value.ShouldBe(0.15);
        ends.CeilingFlagged.ShouldBeTrue();
        ends.Floor.Value.ShouldBe(0.10);
        ends.FloorFlagged.ShouldBeFalse();
    }

    [Fact]
    public void No_scores_withhold_it_and_a_scale_without_length_is_refused()
    {
        CeilingFloor.Of([null], 6).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Should.Throw<ArgumentOutOfRangeException>(() => CeilingFloor.Of([1m], 0));
    }

    [Fact]
    public void Shares_are_counts_in_any_order() =>
        Gen.Int[0, 4].Array[1, 30].Sample(points =>
        {
            var ends = CeilingFloor.Of([.. points.Select(p => (decimal?)p)], 4).Required;

            ends.Ceiling.Value.ShouldBe(points.Count(p => p == 4) / (double)points.Length);
            ends.Floor.Value.ShouldBe(points.Count(p => p == 0) / (double)points.Length);
            CeilingFloor.Of([.. points.Reverse().Select(p => (decimal?)p)], 4).Required.ShouldBe(ends);
        });
}
