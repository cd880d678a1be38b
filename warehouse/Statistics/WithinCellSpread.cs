namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Pooled SD of the experts about the mean of their cell, √(Σ_c Σ(x − x̄_c)²/Σ_c(m_c − 1)), in the unit of the scores. Unlike an
/// intraclass correlation it does not collapse when all districts score near the ceiling. Cells with fewer than two
/// scores are excluded and counted. 0 when all experts agree. Withheld for fewer than 3 scores in cells that count.
/// </summary>
public static class WithinCellSpread
{
    /// <param name="cells">One list a cell (a district on an indicator), with the scores of its experts.</param>
    /// <returns>The SD; n is the number of cells.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic<Estimate> Of(IReadOnlyList<IReadOnlyList<double?>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var counted = cells.Select(cell => Sample.Present([.. cell])).Where(cell => cell.Length >= 2).ToArray();
        var scores = counted.Sum(cell => cell.Length);
        return scores < 3
            ? Withheld.TooFew(scores, 3)
            : Estimate.Finite(
                Math.Sqrt(counted.Sum(cell => Sample.SumOfSquares(cell)) / (scores - counted.Length)),
                counted.Length,
                Methods.WithinCellSd,
                cells.Count - counted.Length);
    }
}
