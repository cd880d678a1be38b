using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class TwoWayDecompositionTests
{
    [Fact]
    public void A_complete_table_gives_means_of_rows_and_columns()
    {
        var result = TwoWayDecomposition.Of(Cells(new double?[,] { { 1, 2, 3 }, { 3, 4, 8 } })).Required;

        result.Mean.Value.ShouldBe(3.5, 1e-12);
        result.Districts.Select(d => Math.Round(d.Effect, 12)).ShouldBe([-1.5, 1.5]);
        result.Indicators.Select(i => Math.Round(i.Effect, 12)).ShouldBe([-1.5, -0.5, 2]);
        result.Cells.Select(c => Math.Round(c.Residual, 12)).ShouldBe([-1, 1, 0.5, 0.5, -0.5, -0.5], ignoreOrder: true);
        Math.Abs(result.Cells[0].Residual).ShouldBe(1, 1e-12);
        result.ResidualSd.Required.Value.ShouldBe(Math.Sqrt(3.0 / 2), 1e-12);
    }

    [Fact]
    public void Missing_cells_do_not_bias_the_effects_of_an_additive_table()
    {
        // d = 0.1 + district + indicator exactly; plain means would be wrong here.
        var result = TwoWayDecomposition.Of(Cells(new double?[,] { { 0.4, null, null }, { 0.0, -0.2, null }, { null, 0.0, 0.3 } })).Required;

        result.Cells.ShouldAllBe(c => Math.Abs(c.Residual) < 1e-12);
        (result.Districts[0].Effect - result.Districts[1].Effect).ShouldBe(0.4, 1e-12);
        (result.Districts[2].Effect - result.Districts[1].Effect).ShouldBe(0.2, 1e-12);
        (result.Indicators[2].Effect - result.Indicators[1].Effect).ShouldBe(0.3, 1e-12);
        result.ResidualSd.Withheld!.Reason.ShouldBe(WithheldReason.NoResidual);
        result.Excluded.ShouldBe(4);
        result.Districts[0].N.ShouldBe(1);
    }

    [Fact]
    public void Unconnected_groups_are_refused_by_name()
    {
        var withheld = TwoWayDecomposition.Of(Cells(new double?[,] { { 1, null }, { null, 2 } })).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.Unconnected);
        withheld.En.ShouldContain("R0, C0; R1, C1");
        withheld.Zh.ShouldContain("R0、C0；R1、C1");
    }

    [Fact]
    public void No_gaps_give_nothing() =>
        TwoWayDecomposition.Of([new GapCell("A", "F1", null)]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);

    [Fact]
    public void A_single_cell_is_all_mean()
    {
        var result = TwoWayDecomposition.Of([new GapCell("A", "F1", 0.25)]).Required;

        result.Mean.Value.ShouldBe(0.25, 1e-12);
        result.Districts.Single().Effect.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Effects_sum_to_zero_and_residuals_vanish_over_every_row_and_column() =>
        Gen.Int[-8, 8].Select(i => i == 0 ? (double?)null : i / 8.0).Array2D[Gen.Int[2, 6], Gen.Int[2, 6]].Sample(table =>
        {
            var cells = Cells(table);
            var statistic = TwoWayDecomposition.Of(cells);
            if (!statistic.IsGiven)
            {
                return;
            }

            var result = statistic.Value;
            result.Districts.Sum(d => d.Effect).ShouldBe(0, 1e-9);
            result.Indicators.Sum(d => d.Effect).ShouldBe(0, 1e-9);
            foreach (var group in result.Cells.GroupBy(c => c.District).Concat(result.Cells.GroupBy(c => c.Indicator)))
            {
                group.Sum(c => c.Residual).ShouldBe(0, 1e-9);
            }

            foreach (var cell in result.Cells)
            {
                var district = result.Districts.Single(d => d.Name == cell.District).Effect;
                var indicator = result.Indicators.Single(i => i.Name == cell.Indicator).Effect;
                (result.Mean.Value + district + indicator + cell.Residual).ShouldBe(cell.Value, 1e-9);
            }

            var shifted = TwoWayDecomposition.Of([.. cells.Reverse().Select(c => c with { Gap = 2 * c.Gap + 1 })]).Required;
            shifted.Mean.Value.ShouldBe(2 * result.Mean.Value + 1, 1e-9);
            shifted.Districts[0].Effect.ShouldBe(2 * result.Districts[0].Effect, 1e-9);
        });

    private static GapCell[] Cells(double?[,] table) =>
        [.. from i in Enumerable.Range(0, table.GetLength(0))
            from j in Enumerable.Range(0, table.GetLength(1))
            select new GapCell($"R{i}", $"C{j}", table[i, j])];
}
