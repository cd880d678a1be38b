namespace LearningCity.Warehouse.Statistics;

/// <summary>A rank correlation with its test.</summary>
/// <param name="Coefficient">−1 … 1.</param>
/// <param name="P">Two-sided; its method says whether it is exact.</param>
public sealed record RankCorrelationTest(Estimate Coefficient, Estimate P);

/// <summary>
/// Spearman's ρ (Pearson's r of mid-ranks) and Kendall's τ-b = S/√((pairs − ties in x)(pairs − ties in y)), without unit; values
/// compared as decimals, pairs with a missing value dropped. p of ρ exact over all permutations up to n = 10, above that from
/// t = ρ√((n − 2)/(1 − ρ²)); p of τ exact up to n = 100 unless both sides have ties, then from the normal distribution with tie
/// correction. Two-sided p is twice the smaller tail. Withheld for n &lt; 3 and when either side has no variance.
/// References: Spearman 1904, American Journal of Psychology 15, 72–101; Kendall 1945, Biometrika 33, 239–251.
/// </summary>
public static class RankCorrelation
{
    private const int MostExactTau = 100;

    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Statistic<RankCorrelationTest> Spearman(ReadOnlySpan<decimal?> x, ReadOnlySpan<decimal?> y)
    {
        var (a, b) = Sample.Pairs(x, y);
        var (n, excluded) = (a.Length, x.Length - a.Length);
        if (Refuse(a, b) is { } refusal)
        {
            return refusal;
        }

        var (ranksA, ranksB) = (Sample.DoubledMidRanks(a), Sample.DoubledMidRanks(b));
        var rho = Correlation.Coefficient([.. ranksA.Select(r => (double)r)], [.. ranksB.Select(r => (double)r)]);
        var exact = n <= PermutationProducts.Most;
        var p = exact ? ExactSpearman(ranksA, ranksB) : StudentP(rho, n);
        return new RankCorrelationTest(
            new Estimate(rho, n, Methods.Spearman, excluded),
            new Estimate(p, n, exact ? Methods.Spearman : Methods.SpearmanStudent, excluded));
    }

    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Statistic<RankCorrelationTest> KendallTauB(ReadOnlySpan<decimal?> x, ReadOnlySpan<decimal?> y)
    {
        var (a, b) = Sample.Pairs(x, y);
        var (n, excluded) = (a.Length, x.Length - a.Length);
        if (Refuse(a, b) is { } refusal)
        {
            return refusal;
        }

        var (tiesA, tiesB) = (Sample.TieSizes(a), Sample.TieSizes(b));
        var (pairs, tiedA, tiedB) = (Pairs(n), tiesA.Sum(Pairs), tiesB.Sum(Pairs));
        var s = KendallScore.Of(a, b, tiedA, tiedB);
        var tau = s / Math.Sqrt((double)(pairs - tiedA) * (pairs - tiedB));
        var exact = n <= MostExactTau && (tiesA.Length == n || tiesB.Length == n);
        var p = exact
            ? InversionDistribution.Tails(InversionDistribution.Of(tiesA.Length == n ? tiesB : tiesA), (int)s).TwoSided
            : NormalP(tiesA, tiesB, n, s);
        return new RankCorrelationTest(
            new Estimate(Math.Clamp(tau, -1, 1), n, Methods.KendallTauB, excluded),
            new Estimate(p, n, exact ? Methods.KendallTauB : Methods.KendallTauBNormal, excluded));
    }

    private static long Pairs(int n) => n * (n - 1L) / 2;

    private static Withheld? Refuse(decimal[] a, decimal[] b) =>
        a.Length < 3 ? Withheld.TooFew(a.Length, 3)
        : a.All(v => v == a[0]) || b.All(v => v == b[0]) ? Withheld.NoVariance()
        : null;

    private static double ExactSpearman(int[] ranksA, int[] ranksB)
    {
        var observed = 0;
        for (var i = 0; i < ranksA.Length; i++)
        {
            observed += ranksA[i] * ranksB[i];
        }

        var distribution = PermutationProducts.Distribution(ranksA, ranksB);
        var (below, above) = (0.0, 0.0);
        for (var s = 0; s < distribution.Length; s++)
        {
            below += s <= observed ? distribution[s] : 0;
            above += s >= observed ? distribution[s] : 0;
        }

        return Math.Min(1, 2 * Math.Min(below, above));
    }

    private static double StudentP(double rho, int n) => 1 - rho * rho <= 0
        ? double.Epsilon
        : Distributions.StudentTwoSided(rho * Math.Sqrt((n - 2) / (1 - rho * rho)), n - 2);

    /// <summary>Kendall's variance of S with ties on both sides; no continuity correction, which does not suit ties.</summary>
    private static double NormalP(int[] tiesA, int[] tiesB, double n, long s)
    {
        var v0 = n * (n - 1) * (2 * n + 5);
        var v1 = Sum(tiesA, t => t * (t - 1)) * Sum(tiesB, t => t * (t - 1)) / (2 * n * (n - 1));
        var v2 = Sum(tiesA, t => t * (t - 1) * (t - 2)) * Sum(tiesB, t => t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        var variance = (v0 - Sum(tiesA, t => t * (t - 1) * (2 * t + 5)) - Sum(tiesB, t => t * (t - 1) * (2 * t + 5))) / 18 + v1 + v2;
        return Math.Min(1, 2 * Distributions.NormalUpperTail(Math.Abs(s) / Math.Sqrt(variance)));

        static double Sum(int[] ties, Func<double, double> term) => ties.Sum(t => term(t));
    }
}
