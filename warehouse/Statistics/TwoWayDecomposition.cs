namespace LearningCity.Warehouse.Statistics;

/// <summary>An effect of a decomposition, in the unit of the values; the effects of one kind sum to zero.</summary>
/// <param name="N">Cells of this district or indicator.</param>
public sealed record NamedEffect(string Name, double Effect, int N);

/// <summary>What is left of a cell after both effects.</summary>
public sealed record CellResidual(string District, string Indicator, double Value, double Residual);

/// <summary>Gaps split into what belongs to the district, what to the indicator, and the rest.</summary>
/// <param name="N">Cells with a gap.</param>
/// <param name="Mean">μ: the gap of an average district on an average indicator.</param>
/// <param name="Districts">Over-claiming (positive) or modesty of a district on all its indicators.</param>
/// <param name="Indicators">An unclear standard: all districts over-claim here.</param>
/// <param name="ResidualSd">√(Σe²/df); withheld without degrees of freedom.</param>
/// <param name="Cells">All cells, the largest |e| first: the largest disagreements that neither effect explains.</param>
public sealed record Decomposition(
    int N,
    int Excluded,
    Estimate Mean,
    IReadOnlyList<NamedEffect> Districts,
    IReadOnlyList<NamedEffect> Indicators,
    Statistic<Estimate> ResidualSd,
    IReadOnlyList<CellResidual> Cells);

/// <summary>A gap (self − expert) of one district on one indicator; null where one of the scores is missing.</summary>
public sealed record GapCell(string District, string Indicator, double? Gap);

/// <summary>
/// d_ij = μ + district_i + indicator_j + e_ij with Σ district = Σ indicator = 0, by least squares, so that missing cells bias
/// nothing; with all cells present the effects are row and column means minus the grand mean. Unit of the gaps. Withheld
/// without data, for more than 1,000 indicators and, with the groups named, when districts and indicators fall into unconnected groups.
/// Reference: Tukey 1977, Exploratory Data Analysis, ch. 11 (there by medians); Searle 1971, Linear Models, ch. 7.
/// </summary>
public static class TwoWayDecomposition
{
    public static Statistic<Decomposition> Of(IReadOnlyList<GapCell> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var cells = gaps.Where(g => g.Gap.HasValue).Select(g => new Cell(g.District, g.Indicator, g.Gap!.Value)).ToArray();
        var excluded = gaps.Count - cells.Length;
        return AdditiveFit.Of(cells).Then<Decomposition>(fit => new Decomposition(
            cells.Length,
            excluded,
            new Estimate(fit.Grand, cells.Length, Methods.Decomposition, excluded),
            Effects(fit.Rows, fit.RowEffects, fit.Index, 0),
            Effects(fit.Columns, fit.ColumnEffects, fit.Index, 1),
            ResidualSd(fit, excluded),
            [.. cells
                .Select((c, i) => new CellResidual(c.Row, c.Column, c.Value, fit.Residuals[i]))
                .OrderByDescending(c => Math.Round(Math.Abs(c.Residual), 12))
                .ThenBy(c => c.District, StringComparer.Ordinal)
                .ThenBy(c => c.Indicator, StringComparer.Ordinal)]));
    }

    private static Statistic<Estimate> ResidualSd(AdditiveFit fit, int excluded) => fit.DegreesOfFreedom < 1
        ? Withheld.NoResidual()
        : Estimate.Finite(
            Math.Sqrt(fit.ResidualSumOfSquares / fit.DegreesOfFreedom), fit.Residuals.Length, Methods.Decomposition, excluded);

    private static List<NamedEffect> Effects(string[] names, double[] effects, int[][] index, int side)
    {
        var counts = new int[names.Length];
        foreach (var cell in index)
        {
            counts[cell[side]]++;
        }

        return [.. names.Select((name, i) => new NamedEffect(name, effects[i], counts[i]))];
    }
}
