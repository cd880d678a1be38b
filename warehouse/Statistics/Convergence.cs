namespace LearningCity.Warehouse.Statistics;

/// <summary>Whether the districts have come closer together from one round to another.</summary>
/// <param name="N">Districts with both rounds.</param>
/// <param name="SdBefore">SD of the first round over these districts, in the unit of the values.</param>
/// <param name="SdAfter">SD of the second.</param>
/// <param name="T">Pitman–Morgan t; positive when the spread has fallen.</param>
/// <param name="P">Two-sided, n − 2 degrees of freedom.</param>
public sealed record SigmaConvergence(
    int N, int Excluded, Statistic<Estimate> SdBefore, Statistic<Estimate> SdAfter, Statistic<Estimate> T, Statistic<Estimate> P);

/// <summary>
/// Convergence of districts between two rounds, over the districts that have both.
/// </summary>
public static class Convergence
{
    /// <summary>
    /// σ-convergence: the SD of each round and the Pitman–Morgan test of equal variances of paired values,
    /// t = r√((n − 2)/(1 − r²)) with r = corr(x − y, x + y), x the earlier and y the later round. Withheld for n &lt; 3, and when
    /// x − y or x + y does not vary, or |r| = 1.
    /// References: Pitman 1939, Biometrika 31, 9–12; Morgan 1939, Biometrika 31, 13–19.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static SigmaConvergence Sigma(ReadOnlySpan<double?> before, ReadOnlySpan<double?> after)
    {
        var (x, y) = Sample.Pairs(before, after);
        var (n, excluded) = (x.Length, before.Length - x.Length);
        var t = PitmanMorgan(x, y, excluded);
        return new SigmaConvergence(
            n,
            excluded,
            Descriptive.Sd(x, excluded),
            Descriptive.Sd(y, excluded),
            t,
            t.Then<Estimate>(given => given with { Value = Distributions.StudentTwoSided(given.Value, n - 2) }));
    }

    /// <summary>
    /// β-convergence: least-squares slope of the change on the earlier value, as description only: even pure noise makes it
    /// negative (regression to the mean), so it has neither p nor interval. Withheld for n &lt; 3 and when the earlier
    /// values are all equal. Reference: Barro and Sala-i-Martin 1992, Journal of Political Economy 100, 223–251;
    /// Friedman 1992, Journal of Economic Literature 30, 2129–2132 (the fallacy).
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static Statistic<Estimate> Beta(ReadOnlySpan<double?> before, ReadOnlySpan<double?> after)
    {
        var (x, y) = Sample.Pairs(before, after);
        var n = x.Length;
        if (n < 3)
        {
            return Withheld.TooFew(n, 3);
        }

        return Sample.AllEqual(x)
            ? Withheld.NoVariance()
            : Estimate.Finite(
                Sample.CrossProduct(x, Sample.Differences(y, x)) / Sample.SumOfSquares(x), n, Methods.BetaConvergence, before.Length - n);
    }

    private static Statistic<Estimate> PitmanMorgan(double[] x, double[] y, int excluded)
    {
        var n = x.Length;
        if (n < 3)
        {
            return Withheld.TooFew(n, 3);
        }

        var difference = Sample.Differences(x, y);
        var sum = x.Zip(y, (a, b) => a + b).ToArray();

        // x and y that differ by a constant leave differences that are equal up to rounding of the values themselves.
        var scale = x.Concat(y).Max(Math.Abs);
        if (difference.Max() - difference.Min() <= 1e-12 * scale || sum.Max() - sum.Min() <= 1e-12 * scale)
        {
            return Withheld.NoVariance();
        }

        var r = Correlation.Coefficient(difference, sum);
        return 1 - Math.Abs(r) < 1e-12
            ? Withheld.NoResidual()
            : Estimate.Finite(r * Math.Sqrt((n - 2) / (1 - r * r)), n, Methods.PitmanMorgan, excluded);
    }
}
