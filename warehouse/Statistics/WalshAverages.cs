namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The median of the averages (d_i + d_j)/2, i ≤ j, without making them: in the sorted differences the averages up to a bound
/// are counted in one pass, and the bound is bisected over the doubles themselves. n log n instead of n² log n, and the same number.
/// </summary>
internal static class WalshAverages
{
    /// <param name="differences">At least one; finite.</param>
    public static double Median(ReadOnlySpan<double> differences)
    {
        var sorted = differences.ToArray();
        Array.Sort(sorted);
        var count = (long)sorted.Length * (sorted.Length + 1) / 2;
        return count % 2 == 1
            ? Smallest(sorted, count / 2 + 1)
            : Smallest(sorted, count / 2) / 2 + Smallest(sorted, count / 2 + 1) / 2;
    }

    /// <summary>The k-th smallest average, k from 1: the least double that at least k averages do not exceed.</summary>
    private static double Smallest(double[] sorted, long k)
    {
        var (low, high) = (Key(sorted[0]), Key(sorted[^1]));
        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            if (UpTo(sorted, Value(middle)) >= k)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return Value(low);
    }

    /// <summary>Number of averages that are at most <paramref name="bound"/>. Halved sums of doubles rise with each addend, rounded or not.</summary>
    private static long UpTo(double[] sorted, double bound)
    {
        var (count, last) = (0L, sorted.Length - 1);
        for (var i = 0; i <= last; i++)
        {
            while (last >= i && (sorted[i] + sorted[last]) / 2 > bound)
            {
                last--;
            }

            count += Math.Max(0, last - i + 1);
        }

        return count;
    }

    /// <summary>Doubles as whole numbers in the same order; both zeros are one.</summary>
    private static Int128 Key(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        return bits >= 0 ? bits : (Int128)long.MinValue - bits;
    }

    private static double Value(Int128 key) => BitConverter.Int64BitsToDouble((long)(key >= 0 ? key : (Int128)long.MinValue - key));
}
