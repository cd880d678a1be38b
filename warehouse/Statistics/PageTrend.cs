namespace LearningCity.Warehouse.Statistics;

/// <summary>Whether the districts as a whole rise over three or more rounds.</summary>
/// <param name="Districts">Districts with all rounds.</param>
/// <param name="Excluded">Districts with a missing round.</param>
/// <param name="L">Σ_j j·R_j, R_j the rank sum of round j over the districts.</param>
/// <param name="Expected">Mean of L without a trend.</param>
/// <param name="RisingP">P(L ≥ l): one-sided, for a rise.</param>
/// <param name="FallingP">P(L ≤ l): one-sided, for a fall.</param>
/// <param name="TwoSidedP">Twice the smaller, at most 1.</param>
public sealed record PageTest(
    int Districts, int Rounds, int Excluded, decimal L, decimal Expected, Estimate RisingP, Estimate FallingP, Estimate TwoSidedP);

/// <summary>
/// Page's L for ordered rounds: values ranked within each district (mid-ranks, compared as decimals), L = Σ j·R_j. p exact: the
/// distribution of one district over all orders of its own ranks, convolved over the districts; where that would be too long
/// (about 2,000 districts over three rounds, or more than 10 rounds) z = (L − E)/√Var with ties in the variance, which the method says.
/// Withheld for fewer than 3 rounds, without districts, and when no district changes at all.
/// Reference: Page 1963, Journal of the American Statistical Association 58, 216–230.
/// </summary>
public static class PageTrend
{
    private const double MostSteps = 5e7;

    /// <param name="districts">One list a district, values in the order of the rounds; null where missing.</param>
    /// <exception cref="ArgumentException">Districts have different numbers of rounds.</exception>
    public static Statistic<PageTest> Of(IReadOnlyList<IReadOnlyList<decimal?>> districts)
    {
        ArgumentNullException.ThrowIfNull(districts);
        var rounds = districts.Count == 0 ? 0 : districts[0].Count;
        var rows = new List<int[]>(districts.Count);
        foreach (var district in districts)
        {
            Sample.SameLength(district.Count, rounds);
            if (district.All(v => v.HasValue))
            {
                rows.Add(Sample.DoubledMidRanks([.. district.Select(v => Sample.ForTies(v!.Value))]));
            }
        }

        if (rows.Count == 0)
        {
            return Withheld.NoData();
        }

        if (rounds < 3)
        {
            return Withheld.TooFew(rounds, 3);
        }

        if (rows.All(ranks => ranks.All(r => r == ranks[0])))
        {
            return Withheld.NoDifferences(rows.Count);
        }

        var l = rows.Sum(ranks => Doubled(ranks));
        var (n, excluded) = (rows.Count, districts.Count - rows.Count);
        var exact = IsShort(n, rounds);
        var (rising, falling) = exact ? Exact(rows, l) : Normal(rows, rounds, l);
        var method = exact ? Methods.Page : Methods.PageNormal;
        return new PageTest(
            n,
            rounds,
            excluded,
            l / 2m,
            n * (decimal)rounds * (rounds + 1) * (rounds + 1) / 4,
            new Estimate(rising, n, method, excluded),
            new Estimate(falling, n, method, excluded),
            new Estimate(Math.Min(1, 2 * Math.Min(rising, falling)), n, method, excluded));
    }

    private static int Doubled(int[] ranks) => ranks.Select((rank, j) => (j + 1) * rank).Sum();

    private static bool IsShort(int n, int rounds)
    {
        // The sums of one district, in half ranks, span (k³ − k)/3; and p must stay above the least double.
        var span = (Math.Pow(rounds, 3) - rounds) / 3;
        var digits = Enumerable.Range(2, Math.Max(0, rounds - 1)).Sum(i => Math.Log10(i));
        return rounds <= PermutationProducts.Most && n * (double)n * span * span / 2 <= MostSteps && n * digits < 290;
    }

    private static (double Rising, double Falling) Exact(List<int[]> rows, int l)
    {
        var byPattern = new Dictionary<string, (double[] Distribution, int First)>();
        double[] all = [1];
        var first = 0;
        foreach (var ranks in rows)
        {
            int[] sorted = [.. ranks.Order()];
            var pattern = string.Join(',', sorted);
            if (!byPattern.TryGetValue(pattern, out var row))
            {
                byPattern[pattern] = row = Trimmed(PermutationProducts.Distribution([.. Enumerable.Range(1, sorted.Length)], sorted));
            }

            all = Convolve(all, row.Distribution);
            first += row.First;
        }

        var (rising, falling) = (0.0, 0.0);
        for (var s = 0; s < all.Length; s++)
        {
            falling += s + first <= l ? all[s] : 0;
        }

        for (var s = all.Length - 1; s >= 0; s--)
        {
            rising += s + first >= l ? all[s] : 0;
        }

        return (Math.Min(1, rising), Math.Min(1, falling));
    }

    private static (double[] Distribution, int First) Trimmed(double[] distribution)
    {
        var first = Array.FindIndex(distribution, p => p > 0);
        var last = Array.FindLastIndex(distribution, p => p > 0);
        return (distribution[first..(last + 1)], first);
    }

    private static double[] Convolve(double[] left, double[] right)
    {
        var result = new double[left.Length + right.Length - 1];
        for (var j = 0; j < right.Length; j++)
        {
            if (right[j] == 0)
            {
                continue;
            }

            for (var i = 0; i < left.Length; i++)
            {
                result[i + j] += left[i] * right[j];
            }
        }

        return result;
    }

    private static (double Rising, double Falling) Normal(List<int[]> rows, int rounds, int l)
    {
        // Everything doubled. Var of one district: Σ(j − j̄)²·Σ(r − r̄)²/(k − 1).
        var (mean, variance) = (0.0, 0.0);
        var positions = (Math.Pow(rounds, 3) - rounds) / 12;
        foreach (var ranks in rows)
        {
            mean += rounds * (rounds + 1.0) * (rounds + 1) / 2;
            variance += positions * ranks.Sum(r => Math.Pow(r - (rounds + 1.0), 2)) / (rounds - 1);
        }

        var z = (l - mean) / Math.Sqrt(variance);
        return (Distributions.NormalUpperTail(z), Distributions.NormalUpperTail(-z));
    }
}
