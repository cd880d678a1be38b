namespace LearningCity.Warehouse.Statistics;

/// <summary>How many scores stand at the ends of the scale.</summary>
/// <param name="N">Scores.</param>
/// <param name="Ceiling">Share (0–1) with max points.</param>
/// <param name="Floor">Share (0–1) with 0 points.</param>
public sealed record EndsOfScale(int N, int Excluded, Estimate Ceiling, Estimate Floor)
{
    /// <summary>From this share on an end of the scale hides differences (Terwee et al. 2007).</summary>
    public const double Flag = 0.15;

    public bool CeilingFlagged => Ceiling.Value >= Flag;

    public bool FloorFlagged => Floor.Value >= Flag;
}

/// <summary>
/// Shares of the scores at max points and at 0, flagged from 15 %. Withheld without scores.
/// Reference: Terwee et al. 2007, Journal of Clinical Epidemiology 60, 34–42.
/// </summary>
public static class CeilingFloor
{
    /// <param name="points">Null where missing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPoints"/> is not positive.</exception>
    public static Statistic<EndsOfScale> Of(ReadOnlySpan<decimal?> points, decimal maxPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPoints);
        var (n, ceiling, floor) = (0, 0, 0);
        foreach (var point in points)
        {
            if (point is { } value)
            {
                n++;
                ceiling += value >= maxPoints ? 1 : 0;
                floor += value <= 0 ? 1 : 0;
            }
        }

        var excluded = points.Length - n;
        return n == 0
            ? Withheld.NoData()
            : new EndsOfScale(
                n,
                excluded,
                new Estimate((double)ceiling / n, n, Methods.CeilingFloor, excluded),
                new Estimate((double)floor / n, n, Methods.CeilingFloor, excluded));
    }
}
