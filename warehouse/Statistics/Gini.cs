namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Gini coefficient of points lost: G = Σ_i (2i − n − 1)·x_(i)/(n·Σx), values ascending; 0 when all lose the same, (n − 1)/n when one
/// loses everything. Without unit, without small-sample correction. Withheld without values and when nothing is lost.
/// Reference: Gini 1912, Variabilità e mutabilità.
/// </summary>
public static class Gini
{
    /// <param name="values">Not negative; null where missing.</param>
    /// <exception cref="ArgumentException">A value is negative, NaN or infinite.</exception>
    public static Statistic<Estimate> Of(ReadOnlySpan<double?> values)
    {
        var x = Sample.Present(values);
        if (x.Length == 0)
        {
            return Withheld.NoData();
        }

        Array.Sort(x);
        if (x[0] < 0)
        {
            throw new ArgumentException("Points lost cannot be negative.", nameof(values));
        }

        var total = x.Sum();
        if (total == 0)
        {
            return Withheld.NothingToShare();
        }

        var weighted = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            weighted += (2.0 * i + 1 - x.Length) * x[i];
        }

        return Estimate.Finite(weighted / (x.Length * total), x.Length, Methods.Gini, values.Length - x.Length);
    }
}
