namespace LearningCity.Warehouse.Statistics;

/// <summary>Location and spread of one set of values, in the unit of the values.</summary>
/// <param name="Sd">With n − 1; withheld for n &lt; 3. 0 when all values are equal.</param>
public sealed record Summary(
    int N,
    int Excluded,
    Estimate Mean,
    Estimate Median,
    Statistic<Estimate> Sd,
    Estimate LowerQuartile,
    Estimate UpperQuartile,
    double Least,
    double Most);

/// <summary>
/// Mean = Σx/n; SD = √(Σ(x − x̄)²/(n − 1)); quartiles by linear interpolation between order statistics at h = (n − 1)p + 1
/// (definition 7 of Hyndman and Fan 1996, the one of R's default and of Excel's QUARTILE.INC). Withheld for n = 0; n = 1
/// and 2 have a mean and quartiles but no SD.
/// </summary>
public static class Descriptive
{
    public static Statistic<Summary> Of(ReadOnlySpan<double?> values)
    {
        var x = Sample.Present(values);
        if (x.Length == 0)
        {
            return Withheld.NoData();
        }

        var excluded = values.Length - x.Length;
        Array.Sort(x);
        return new Summary(
            x.Length,
            excluded,
            new Estimate(Sample.Mean(x), x.Length, Methods.Mean, excluded),
            new Estimate(SortedQuantile(x, 0.5), x.Length, Methods.Quartiles, excluded),
            Sd(x, excluded),
            new Estimate(SortedQuantile(x, 0.25), x.Length, Methods.Quartiles, excluded),
            new Estimate(SortedQuantile(x, 0.75), x.Length, Methods.Quartiles, excluded),
            x[0],
            x[^1]);
    }

    /// <summary>The standard deviation alone.</summary>
    public static Statistic<Estimate> Sd(ReadOnlySpan<double?> values)
    {
        var x = Sample.Present(values);
        return Sd(x, values.Length - x.Length);
    }

    internal static Statistic<Estimate> Sd(double[] x, int excluded) =>
        x.Length < 3
            ? Withheld.TooFew(x.Length, 3)
            : Estimate.Finite(Math.Sqrt(Sample.SumOfSquares(x) / (x.Length - 1)), x.Length, Methods.Sd, excluded);

    /// <summary>Quantile of values that are sorted already, definition 7.</summary>
    internal static double SortedQuantile(ReadOnlySpan<double> sorted, double probability)
    {
        var h = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(h);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }
}
