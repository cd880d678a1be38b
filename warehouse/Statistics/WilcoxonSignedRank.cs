using System.Numerics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>Whether paired differences lean to one side.</summary>
/// <param name="N">Pairs with both values.</param>
/// <param name="NEffective">Pairs that differ; zeros are dropped.</param>
/// <param name="V">Sum of the ranks of the positive differences.</param>
/// <param name="P">Two-sided p.</param>
/// <param name="LeastP">The least p that this number of differences could reach: 2/2ⁿ.</param>
/// <param name="HodgesLehmann">Median of the averages of all pairs of non-zero differences, in the unit of the values.</param>
/// <param name="RankBiserial">(2V − T)/T, T = n(n + 1)/2 over the non-zero differences; −1 … 1.</param>
public sealed record SignedRankTest(
    int N, int NEffective, int Excluded, decimal V, Estimate P, double LeastP, Estimate HodgesLehmann, Estimate RankBiserial)
{
    /// <summary>Whether any outcome with this number of differences could have reached 0.05; below 6 none can.</summary>
    public bool CanReachFivePercent => LeastP <= 0.05;
}

/// <summary>
/// Wilcoxon's signed-rank test of d = first − second: zeros dropped, mid-ranks of |d|, exact two-sided p = 2·min(P(V ≤ v), P(V ≥ v))
/// over all 2ⁿ signs by dynamic programming, ties included; above 300 differences the normal approximation with tie and
/// continuity correction, which the method says. Hodges–Lehmann shift and matched-pairs rank-biserial correlation.
/// Differences are taken and compared as decimals. Withheld when nothing is left to test.
/// References: Wilcoxon 1945, Biometrics Bulletin 1, 80–83; Hodges and Lehmann 1963, Annals of Mathematical Statistics 34,
/// 598–611; Kerby 2014, Comprehensive Psychology 3, 1.
/// </summary>
public static class WilcoxonSignedRank
{
    private const int MostExact = 300;

    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Statistic<SignedRankTest> Of(ReadOnlySpan<decimal?> first, ReadOnlySpan<decimal?> second)
    {
        Sample.SameLength(first.Length, second.Length);
        var differences = new decimal?[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            differences[i] = first[i] - second[i];
        }

        return Of(differences);
    }

    /// <summary>The test of differences that are known already; null where one side is missing.</summary>
    public static Statistic<SignedRankTest> Of(ReadOnlySpan<decimal?> differences)
    {
        var present = new List<decimal>(differences.Length);
        foreach (var difference in differences)
        {
            if (difference is { } d)
            {
                present.Add(Sample.ForTies(d));
            }
        }

        if (present.Count == 0)
        {
            return Withheld.NoData();
        }

        var excluded = differences.Length - present.Count;
        var nonZero = present.Where(d => d != 0).ToArray();
        var n = nonZero.Length;
        if (n == 0)
        {
            return Withheld.NoDifferences(present.Count);
        }

        var ranks = Sample.DoubledMidRanks([.. nonZero.Select(Math.Abs)]);
        var v = 0L;
        for (var i = 0; i < n; i++)
        {
            v += nonZero[i] > 0 ? ranks[i] : 0;
        }

        var total = (double)n * (n + 1);
        var exact = n <= MostExact;
        return new SignedRankTest(
            present.Count,
            n,
            excluded,
            v / 2m,
            new Estimate(
                exact ? ExactP(ranks, v) : NormalP(ranks, v), n, exact ? Methods.Wilcoxon : Methods.WilcoxonNormal, excluded),
            Math.Max(Math.Pow(2, 1 - n), double.Epsilon),
            new Estimate(WalshAverages.Median([.. nonZero.Select(d => (double)d)]), n, Methods.HodgesLehmann, excluded),
            new Estimate((2 * v - total) / total, n, Methods.RankBiserial, excluded));
    }

    private static double ExactP(int[] ranks, long v)
    {
        // Without ties no doubled rank is odd, and half of the sums cannot come about.
        if (Array.TrueForAll(ranks, rank => rank % 2 == 0))
        {
            (ranks, v) = (Array.ConvertAll(ranks, rank => rank / 2), v / 2);
        }

        // The distribution is symmetric, so the smaller tail is summed, from its small end: ways[s] of the 2ⁿ signs give the sum s. Scaled by a power
        // of two they have the digits of probabilities.
        var total = ranks.Sum();
        var ways = new double[Math.Min(v, total - v) + 1];
        ways[0] = 1;
        var reached = 0;
        foreach (var rank in ranks)
        {
            reached = Math.Min(reached + rank, ways.Length - 1);
            if (rank <= reached)
            {
                AddShifted(ways.AsSpan(0, reached + 1), rank);
            }
        }

        var tail = 0.0;
        foreach (var way in ways)
        {
            tail += way;
        }

        return Math.Min(1, Math.ScaleB(tail, 1 - ranks.Length));
    }

    /// <summary>values[s] += values[s − by], from the end, so that each is read before it changes.</summary>
    private static void AddShifted(Span<double> values, int by)
    {
        var to = values[by..];
        var from = values[..^by];
        var end = to.Length;
        for (; end >= Vector<double>.Count; end -= Vector<double>.Count)
        {
            var start = end - Vector<double>.Count;
            (new Vector<double>(to[start..]) + new Vector<double>(from[start..])).CopyTo(to[start..]);
        }

        for (var s = end - 1; s >= 0; s--)
        {
            to[s] += from[s];
        }
    }

    private static double NormalP(int[] ranks, long v)
    {
        // Var(V) = Σ rank²/4; everything is doubled, and the continuity correction of one half becomes one.
        var (mean, variance) = (ranks.Sum(r => (double)r) / 2, ranks.Sum(r => (double)r * r) / 4);
        var distance = Math.Max(0, Math.Abs(v - mean) - 1);
        return Math.Min(1, 2 * Distributions.NormalUpperTail(distance / Math.Sqrt(variance)));
    }
}
