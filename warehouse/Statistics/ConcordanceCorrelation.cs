namespace LearningCity.Warehouse.Statistics;

/// <summary>Agreement with the line of equality, without unit.</summary>
/// <param name="Ccc">Lin's coefficient; 1 only when all pairs are equal.</param>
/// <param name="Pearson">How close the pairs lie to some line, with Fisher interval.</param>
/// <param name="BiasCorrection">C_b: how close that line is to the line of equality; 1 is best.</param>
public sealed record Concordance(Estimate Ccc, Estimate Pearson, Estimate BiasCorrection);

/// <summary>
/// Lin's concordance ρ_c = 2 s_xy/(s_x² + s_y² + (x̄ − ȳ)²), all moments with 1/n; ρ_c = r·C_b. C_b is computed from its own
/// formula 2/(v + 1/v + u²), v = s_x/s_y, u² = (x̄ − ȳ)²/(s_x s_y), so that it is defined where r = 0. Pairs with a missing
/// value are dropped. Withheld for n &lt; 3 and when either side has no variance.
/// Reference: Lin 1989, Biometrics 45, 255–268.
/// </summary>
public static class ConcordanceCorrelation
{
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static Statistic<Concordance> Of(ReadOnlySpan<double?> first, ReadOnlySpan<double?> second)
    {
        var (x, y) = Sample.Pairs(first, second);
        var (n, excluded) = (x.Length, first.Length - x.Length);
        return Correlation.Pearson(x, y, excluded, Methods.Pearson, 0.95).Then<Concordance>(pearson =>
        {
            var (sx, sy) = (Math.Sqrt(Sample.SumOfSquares(x) / n), Math.Sqrt(Sample.SumOfSquares(y) / n));
            var shift = Sample.Mean(x) - Sample.Mean(y);
            var correction = 2 / (sx / sy + sy / sx + shift / sx * (shift / sy));
            return new Concordance(
                new Estimate(pearson.Value * correction, n, Methods.Concordance, excluded),
                pearson,
                new Estimate(correction, n, Methods.Concordance, excluded));
        });
    }
}
