using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Competition ranks of a block of draws. Few districts are compared each with each, all draws of the block at once; many are
/// put in order by the digits of their totals (radix sort), whose time grows with the districts alone.
/// </summary>
internal sealed class BlockRanks(int districts)
{
    private const int SortFrom = 160;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    private readonly int[] _counts = ArrayPool<int>.Shared.Rent(Digits);
    private ulong[] _keys = ArrayPool<ulong>.Shared.Rent(districts);
    private ulong[] _otherKeys = ArrayPool<ulong>.Shared.Rent(districts);
    private int[] _order = ArrayPool<int>.Shared.Rent(districts);
    private int[] _otherOrder = ArrayPool<int>.Shared.Rent(districts);

    /// <summary>Writes the ranks of draws <paramref name="first"/> and following into rows of <paramref name="draws"/>, one row a district.</summary>
    /// <param name="totals">Whole numbers, <see cref="RankDraws.Block"/> a district.</param>
    public void Fill(double[] totals, int districts, int first, int count, int[] ranks, int draws)
    {
        if (districts < SortFrom)
        {
            Compare(totals, districts, first, count, ranks, draws);
            return;
        }

        for (var b = 0; b < count; b++)
        {
            Sort(totals, b, districts);
            var rank = 0;
            for (var i = 0; i < districts; i++)
            {
                rank = i > 0 && _keys[i] == _keys[i - 1] ? rank : i + 1;
                ranks[_order[i] * draws + first + b] = rank;
            }
        }
    }

    public void Return()
    {
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<ulong>.Shared.Return(_otherKeys);
        ArrayPool<int>.Shared.Return(_order);
        ArrayPool<int>.Shared.Return(_otherOrder);
    }

    private static void Compare(double[] totals, int districts, int first, int count, int[] ranks, int draws)
    {
        var lanes = RankDraws.Block / Vector256<double>.Count;
        var all = MemoryMarshal.Cast<double, Vector256<double>>(totals.AsSpan(0, districts * RankDraws.Block));
        Span<double> found = stackalloc double[RankDraws.Block];
        var ranksOfOne = MemoryMarshal.Cast<double, Vector256<double>>(found);
        for (var i = 0; i < districts; i++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                var own = all[i * lanes + lane];
                var rank = Vector256<double>.One;
                for (var other = lane; other < all.Length; other += lanes)
                {
                    rank += Vector256.GreaterThan(all[other], own) & Vector256<double>.One;
                }

                ranksOfOne[lane] = rank;
            }

            for (var b = 0; b < count; b++)
            {
                ranks[i * draws + first + b] = (int)found[b];
            }
        }
    }

    /// <summary>Leaves the districts in <see cref="_order"/>, the highest total first; equal ones keep the order of their numbers.</summary>
    private void Sort(double[] totals, int draw, int districts)
    {
        var most = double.MinValue;
        var least = double.MaxValue;
        for (var i = 0; i < districts; i++)
        {
            most = Math.Max(most, totals[i * RankDraws.Block + draw]);
            least = Math.Min(least, totals[i * RankDraws.Block + draw]);
        }

        for (var i = 0; i < districts; i++)
        {
            _keys[i] = (ulong)(most - totals[i * RankDraws.Block + draw]);
            _order[i] = i;
        }

        var bits = 64 - BitOperations.LeadingZeroCount((ulong)(most - least));
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            Distribute(shift, districts);
            (_keys, _otherKeys) = (_otherKeys, _keys);
            (_order, _otherOrder) = (_otherOrder, _order);
        }
    }

    private void Distribute(int shift, int districts)
    {
        var starts = _counts.AsSpan(0, Digits);
        starts.Clear();
        var keys = _keys.AsSpan(0, districts);
        foreach (var key in keys)
        {
            starts[(int)(key >> shift) & (Digits - 1)]++;
        }

        var start = 0;
        foreach (ref var count in starts)
        {
            (count, start) = (start, start + count);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            var place = starts[(int)(keys[i] >> shift) & (Digits - 1)]++;
            _otherKeys[place] = keys[i];
            _otherOrder[place] = _order[i];
        }
    }
}
