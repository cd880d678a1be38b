using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class GiniTests
{
    [Fact]
    public void One_to_four_have_a_quarter() => Gini.Of([1, 2, 3, 4]).Required.Value.ShouldBe(0.25, 1e-15);

    [Fact]
    public void Equal_losses_have_zero_and_a_single_loser_the_most()
    {
        Gini.Of([3, 3, 3]).Required.Value.ShouldBe(0);
        Gini.Of([0, 0, 0, 8]).Required.Value.ShouldBe(0.75, 1e-15);
        Gini.Of([5]).Required.Value.ShouldBe(0);
    }

    [Fact]
    public void Nothing_lost_is_withheld_and_a_negative_loss_refused()
    {
        Gini.Of([0, 0]).Withheld!.Reason.ShouldBe(WithheldReason.NothingToShare);
        Gini.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Gini.Of([null]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Should.Throw<ArgumentException>(() => Gini.Of([1, -1]));
    }

    [Fact]
    public void It_is_half_the_mean_difference_over_the_mean_in_any_order_and_unit() =>
        Gen.Int[0, 50].Array[1, 15].Where(x => x.Sum() > 0).Sample(x =>
        {
            var expected = x.Sum(a => x.Sum(b => Math.Abs(a - b))) / (2.0 * x.Length * x.Sum());

            Gini.Of([.. x.Select(v => (double?)v)]).Required.Value.ShouldBe(expected, 1e-12);
            Gini.Of([.. x.Reverse().Select(v => (double?)(v * 0.3))]).Required.Value.ShouldBe(expected, 1e-12);
        });
}
