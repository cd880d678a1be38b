using System.Numerics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The distribution of Σ left_i·right_π(i) over all permutations π, for whole numbers that are not negative: the exact null
/// distribution of Spearman's ρ and, for one row, of Page's L. Dynamic programming over subsets: 2ⁿ·n steps in place of n!.
/// </summary>
internal static class PermutationProducts
{
    /// <summary>Up to here the subsets are few enough to be enumerated while a page waits (about 10 ms).</summary>
    public const int Most = 10;

    /// <summary>probability[s] = P(sum = s), s from 0.</summary>
    public static double[] Distribution(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var n = left.Length;
        var most = 0;
        var (a, b) = (left.ToArray(), right.ToArray());
        Array.Sort(a);
        Array.Sort(b);
        for (var i = 0; i < n; i++)
        {
            most += a[i] * b[i];
        }

        // by[subset] = distribution over the ways to give the first |subset| left values the right values of the subset
        var by = new double[1 << n][];
        by[0] = new double[most + 1];
        by[0][0] = 1;
        for (var subset = 1; subset < by.Length; subset++)
        {
            var size = BitOperations.PopCount((uint)subset);
            var distribution = new double[most + 1];
            for (var item = 0; item < n; item++)
            {
                if ((subset >> item & 1) == 0)
                {
                    continue;
                }

                var product = a[size - 1] * b[item];
                var before = by[subset & ~(1 << item)];
                for (var s = 0; s + product <= most; s++)
                {
                    distribution[s + product] += before[s] / size;
                }
            }

            by[subset] = distribution;
        }

        return by[^1];
    }
}
