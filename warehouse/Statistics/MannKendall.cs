namespace LearningCity.Warehouse.Statistics;

/// <summary>Whether a series rises or falls.</summary>
/// <param name="N">Rounds with a value.</param>
/// <param name="S">Rising pairs minus falling pairs.</param>
/// <param name="Tau">τ-b = S/√(pairs·untied pairs); withheld when all values are equal.</param>
/// <param name="OneSidedP">P of an S at least as extreme in the direction observed.</param>
/// <param name="TwoSidedP">Twice that, at most 1.</param>
/// <param name="LeastP">The least two-sided p that this number of rounds could reach: 2/n!.</param>
/// <param name="NotTested">For fewer than 5 rounds: why p should not be shown as a test. Null when it may.</param>
public sealed record TrendTest(
    int N, int Excluded, int S, Statistic<Estimate> Tau, Estimate OneSidedP, Estimate TwoSidedP, double LeastP, Withheld? NotTested)
{
    public bool Tested => NotTested is null;
}

/// <summary>
/// Mann–Kendall: S = Σ_{i&lt;j} sign(x_j − x_i), values in the order of the rounds, compared as decimals; p exact over all orders of
/// the values, ties included, up to n = 100, above that the normal approximation with tie and continuity correction. With
/// fewer than 5 rounds no series can reach 0.05, so the result says "not tested". Missing rounds are left out and counted.
/// Withheld for n &lt; 2.
/// References: Mann 1945, Econometrica 13, 245–259; Kendall 1975, Rank Correlation Methods, 4th ed.
/// </summary>
public static class MannKendall
{
    /// <summary>From this number of rounds on the test is shown.</summary>
    public const int LeastTested = 5;

    private const int MostExact = 100;

    public static Statistic<TrendTest> Of(ReadOnlySpan<decimal?> values)
    {
        var x = new List<decimal>(values.Length);
        foreach (var value in values)
        {
            if (value is { } present)
            {
                x.Add(Sample.ForTies(present));
            }
        }

        var (n, excluded) = (x.Count, values.Length - x.Count);
        if (n < 2)
        {
            return Withheld.TooFew(n, 2);
        }

        var s = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                s += x[j].CompareTo(x[i]);
            }
        }

        var ties = Sample.TieSizes([.. x]);
        var pairs = n * (n - 1.0) / 2;
        var untied = pairs - ties.Sum(t => t * (t - 1.0) / 2);
        var exact = n <= MostExact;
        var (oneSided, twoSided) = exact ? Exact(ties, s) : Normal(ties, n, s);
        var method = exact ? Methods.MannKendall : Methods.MannKendallNormal;
        var leastP = LeastP(n);
        return new TrendTest(
            n,
            excluded,
            s,
            untied == 0 ? Withheld.NoVariance() : new Estimate(s / Math.Sqrt(pairs * untied), n, Methods.KendallTauB, excluded),
            new Estimate(oneSided, n, method, excluded),
            new Estimate(twoSided, n, method, excluded),
            leastP,
            n < LeastTested ? Withheld.NotTested(n, leastP) : null);
    }

    /// <summary>2/n!: the two-sided p of a series that rises, or falls, in every round; at most 1.</summary>
    public static double LeastP(int rounds)
    {
        var p = 2.0;
        for (var i = 2; i <= rounds; i++)
        {
            p /= i;
        }

        return Math.Clamp(p, double.Epsilon, 1);
    }

    private static (double OneSided, double TwoSided) Exact(int[] ties, int s) =>
        InversionDistribution.Tails(InversionDistribution.Of(ties), Math.Abs(s));

    private static (double OneSided, double TwoSided) Normal(int[] ties, double n, int s)
    {
        var variance = (n * (n - 1) * (2 * n + 5) - ties.Sum(t => (double)t * (t - 1) * (2 * t + 5))) / 18;
        if (variance == 0)
        {
            return (1, 1);
        }

        var tail = Distributions.NormalUpperTail((Math.Abs(s) - (s == 0 ? 0 : 1)) / Math.Sqrt(variance));
        return (tail, Math.Min(1, 2 * tail));
    }
}
