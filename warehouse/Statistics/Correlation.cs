namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Pearson's r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²), without unit, with Fisher's interval tanh(artanh r ± z/√(n − 3)).
/// Pairs with a missing value are dropped. Withheld for n &lt; 3 and when either side has no variance; no interval for
/// n = 3 (its width is infinite) and for |r| = 1 (it would have none).
/// Reference: Fisher 1921, Metron 1, 3–32.
/// </summary>
public static class Correlation
{
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static Statistic<Estimate> Pearson(ReadOnlySpan<double?> x, ReadOnlySpan<double?> y, double level = 0.95)
    {
        var (a, b) = Sample.Pairs(x, y);
        return Pearson(a, b, x.Length - a.Length, Methods.Pearson, level);
    }

    internal static Statistic<Estimate> Pearson(double[] x, double[] y, int excluded, Method method, double level)
    {
        var n = x.Length;
        if (n < 3)
        {
            return Withheld.TooFew(n, 3);
        }

        if (Sample.AllEqual(x) || Sample.AllEqual(y))
        {
            return Withheld.NoVariance();
        }

        var r = Coefficient(x, y);
        if (n == 3)
        {
            return new Estimate(r, n, method, excluded) { IntervalWithheld = Withheld.TooFew(n, 4) };
        }

        if (1 - Math.Abs(r) < 1e-12)
        {
            return new Estimate(r, n, method, excluded) { IntervalWithheld = Withheld.NoResidual() };
        }

        var half = Distributions.NormalTwoSidedQuantile(level) / Math.Sqrt(n - 3);
        var centre = Math.Atanh(r);
        return Estimate.Finite(r, n, method, excluded, new Interval(Math.Tanh(centre - half), Math.Tanh(centre + half), level));
    }

    /// <summary>r itself, for values known to vary; never outside −1 … 1.</summary>
    internal static double Coefficient(double[] x, double[] y) => Math.Clamp(
        Sample.CrossProduct(x, y) / (Math.Sqrt(Sample.SumOfSquares(x)) * Math.Sqrt(Sample.SumOfSquares(y))), -1, 1);
}
