namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// False-discovery-rate correction: q_(i) = min over k ≥ i of m·p_(k)/k, at most 1, over the m tests that were made; a test
/// that was not made (null) counts for nothing and has no q. Equal p have equal q.
/// Reference: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57, 289–300.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>One q a test, in the order given; n is the number of tests made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p lies outside 0 … 1.</exception>
    public static IReadOnlyList<Statistic<Estimate>> Adjust(ReadOnlySpan<double?> p)
    {
        var made = new List<(double P, int Index)>(p.Length);
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] is { } value)
            {
                made.Add(value is >= 0 and <= 1
                    ? (value, i)
                    : throw new ArgumentOutOfRangeException(nameof(p), value, "A p value lies between 0 and 1."));
            }
        }

        made.Sort(static (a, b) => b.P.CompareTo(a.P));
        var q = new Statistic<Estimate>[p.Length];
        Array.Fill(q, Withheld.NoTest());
        var least = 1.0;
        for (var rank = made.Count; rank >= 1; rank--)
        {
            var (value, index) = made[made.Count - rank];
            least = Math.Min(least, value * made.Count / rank);
            q[index] = new Estimate(least, made.Count, Methods.BenjaminiHochberg, p.Length - made.Count);
        }

        return q;
    }
}
