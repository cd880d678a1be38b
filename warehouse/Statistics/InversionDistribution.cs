namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The null distribution of Kendall's S: all orders of a multiset are equally likely, and the number of inversions has the
/// generating function [n]_q!/Π[t_i]_q! over the tie sizes t_i. Built from Gaussian binomials by Pascal's rule with
/// probabilities in place of counts, so that nothing is subtracted and nothing overflows.
/// </summary>
internal static class InversionDistribution
{
    /// <summary>P(inversions = i); S = pairs − 2·inversions, where pairs counts those without a tie.</summary>
    public static double[] Of(IReadOnlyList<int> tieSizes)
    {
        double[] distribution = [1];
        var placed = 0;
        foreach (var size in tieSizes)
        {
            distribution = Convolve(distribution, Merge(placed, size));
            placed += size;
        }

        return distribution;
    }

    /// <summary>P(S ≥ s).</summary>
    public static double UpperTail(double[] distribution, int s)
    {
        var pairs = distribution.Length - 1;
        var tail = 0.0;
        for (var inversions = 0; inversions <= pairs && pairs - 2 * inversions >= s; inversions++)
        {
            tail += distribution[inversions];
        }

        return Math.Min(1, tail);
    }

    /// <summary>P(S ≥ s) and the smaller tail doubled.</summary>
    public static (double Upper, double TwoSided) Tails(double[] distribution, int s)
    {
        // Symmetric: P(S ≤ −s) = P(S ≥ s).
        var upper = UpperTail(distribution, s);
        return (upper, Math.Min(1, 2 * UpperTail(distribution, Math.Abs(s))));
    }

    /// <summary>Inversions between <paramref name="size"/> equal new values and those placed: uniform over their interleavings.</summary>
    private static double[] Merge(int placed, int size)
    {
        if (size == 1)
        {
            var uniform = new double[placed + 1];
            Array.Fill(uniform, 1.0 / (placed + 1));
            return uniform;
        }

        // rows[k] is the distribution for k of the new values among n values in all: the last value is a new one with probability
        // k/n, or an old one behind which all k new values stand.
        var rows = new double[size + 1][];
        rows[0] = [1];
        for (var n = 1; n <= placed + size; n++)
        {
            for (var k = Math.Min(n, size); k >= 1; k--)
            {
                var old = n - k;
                var next = new double[k * old + 1];
                Add(next, rows[k - 1], (double)k / n, 0);
                if (old > 0)
                {
                    Add(next, rows[k], (double)old / n, k);
                }

                rows[k] = next;
            }
        }

        return rows[size];
    }

    private static void Add(double[] into, double[] from, double factor, int shift)
    {
        for (var i = 0; i < from.Length; i++)
        {
            into[i + shift] += factor * from[i];
        }
    }

    private static double[] Convolve(double[] left, double[] right)
    {
        var result = new double[left.Length + right.Length - 1];
        for (var i = 0; i < right.Length; i++)
        {
            Add(result, left, right[i], i);
        }

        return result;
    }
}
