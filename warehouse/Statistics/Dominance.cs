using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Which districts are at least as good as which others on every indicator: the order on which every weighting agrees.
/// Kept as its shortest form (an edge that follows from two others is left out), from the lowest total upwards.
/// </summary>
internal sealed class Dominance
{
    private readonly int[] _order;
    private readonly int[] _edgeStart;
    private readonly int[] _edges;
    private readonly int[][] _equals;

    private Dominance(int[] order, int[] edgeStart, int[] edges, int[][] equals)
    {
        _order = order;
        _edgeStart = edgeStart;
        _edges = edges;
        _equals = equals;
    }

    /// <param name="points">Districts one after the other, each with <paramref name="stride"/> values.</param>
    public static Dominance Of(double[] points, int districts, int stride)
    {
        var totals = new double[districts];
        var order = new int[districts];
        for (var i = 0; i < districts; i++)
        {
            order[i] = i;
            totals[i] = Sum(points.AsSpan(i * stride, stride));
        }

        Array.Sort(totals, order);
        var words = (districts + 63) / 64;
        var below = new ulong[districts * words];
        var edges = new List<int>();
        var edgeStart = new int[districts + 1];
        var equals = new List<List<int>>();
        var equalTo = new int[districts];
        for (var upper = 0; upper < districts; upper++)
        {
            var covered = below.AsSpan(upper * words, words);
            var best = points.AsSpan(order[upper] * stride, stride);
            for (var lower = upper - 1; lower >= 0; lower--)
            {
                if ((covered[lower >> 6] >> (lower & 63) & 1) != 0)
                {
                    continue;
                }

                var other = points.AsSpan(order[lower] * stride, stride);
                if (best.SequenceEqual(other))
                {
                    // The same scores: they share everything below, and a group that keeps them equal.
                    Join(equals, equalTo, upper, lower, order);
                    continue;
                }

                if (AtLeast(best, other))
                {
                    edges.Add(order[lower]);
                    covered[lower >> 6] |= 1UL << (lower & 63);
                    Unite(covered, below.AsSpan(lower * words, words));
                }
            }

            edgeStart[upper + 1] = edges.Count;
        }

        return new Dominance(order, edgeStart, [.. edges], [.. equals.Select(group => group.ToArray())]);
    }

    /// <summary>
    /// Makes the totals of each draw agree with the order: equal districts get their mean, and a district that dominates
    /// is lifted to the best of those it dominates.
    /// </summary>
    /// <param name="totals">District after district, each with as many vectors of draws.</param>
    public void Enforce(Span<Vector256<double>> totals)
    {
        var lanes = totals.Length / _order.Length;
        foreach (var group in _equals)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                var sum = Vector256<double>.Zero;
                foreach (var member in group)
                {
                    sum += totals[member * lanes + lane];
                }

                // Whole again, so that ties stay ties.
                var mean = Vector256.Floor(sum / group.Length);
                foreach (var member in group)
                {
                    totals[member * lanes + lane] = mean;
                }
            }
        }

        for (var upper = 0; upper < _order.Length; upper++)
        {
            var own = totals.Slice(_order[upper] * lanes, lanes);
            for (var edge = _edgeStart[upper]; edge < _edgeStart[upper + 1]; edge++)
            {
                var lower = totals.Slice(_edges[edge] * lanes, lanes);
                for (var lane = 0; lane < own.Length; lane++)
                {
                    own[lane] = Vector256.Max(own[lane], lower[lane]);
                }
            }
        }
    }

    private static void Join(List<List<int>> equals, int[] equalTo, int upper, int lower, int[] order)
    {
        if (equalTo[upper] != 0)
        {
            return;
        }

        if (equalTo[lower] == 0)
        {
            equals.Add([order[lower]]);
            equalTo[lower] = equals.Count;
        }

        equalTo[upper] = equalTo[lower];
        equals[equalTo[lower] - 1].Add(order[upper]);
    }

    private static bool AtLeast(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (var j = 0; j < left.Length; j++)
        {
            if (left[j] < right[j])
            {
                return false;
            }
        }

        return true;
    }

    private static void Unite(Span<ulong> into, ReadOnlySpan<ulong> from)
    {
        for (var w = 0; w < into.Length; w++)
        {
            into[w] |= from[w];
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
