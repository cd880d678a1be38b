using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class WithinCellSpreadTests
{
    [Fact]
    public void Squares_about_each_cells_own_mean_are_pooled()
    {
        var sd = WithinCellSpread.Of([[1, 3], [10, 10, 13], [7, null], []]).Required;

        sd.Value.ShouldBe(Math.Sqrt((2 + 6) / 3.0), 1e-12);
        (sd.N, sd.Excluded).ShouldBe((2, 2));
    }

    [Fact]
    public void Experts_who_agree_at_the_ceiling_have_a_spread_of_zero_and_not_none() =>
        WithinCellSpread.Of([[6, 6], [6, 6]]).Required.Value.ShouldBe(0);

    [Fact]
    public void A_single_pair_or_nothing_withholds_it()
    {
        WithinCellSpread.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        WithinCellSpread.Of([[5], [4], [3]]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        WithinCellSpread.Of([[5, 4], [3]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
    }

    [Fact]
    public void A_shift_of_each_cell_changes_nothing_and_a_scale_multiplies_it_in_any_order() =>
        Gen.Int[0, 100].Array[2, 5].Array[2, 8].Sample(cells =>
        {
            var sd = Of([.. cells.Select(c => c.Select(x => (double)x).ToArray())]);

            Of([.. cells.Select((c, i) => c.Reverse().Select(x => 2.0 * x + i).ToArray()).Reverse()]).ShouldBe(2 * sd, 1e-9);
            sd.ShouldBe(Math.Sqrt(cells.Sum(c => c.Sum(x => Math.Pow(x - c.Average(), 2))) / cells.Sum(c => c.Length - 1)), 1e-9);
        });

    private static double Of(double[][] cells) => WithinCellSpread.Of([.. cells.Select(c => (IReadOnlyList<double?>)[.. c.Select(x => (double?)x)])]).Required.Value;
}
