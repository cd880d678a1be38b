using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The draws behind <see cref="RankIntervals"/>. Scores are laid out once, district after district, padded to whole vectors;
/// a block of draws then passes over each district while its scores are in the cache. Nothing is allocated in the draws.
/// Vectors are summed lane by lane in a fixed order, so that machines with wider ones get the same digits.
/// </summary>
internal sealed class RankDraws
{
    private const int Block = 16;
    private const int SortFrom = 96;
    private const double Resolution = 1e9;

    private readonly RankIntervalSettings _settings;
    private readonly int _districts;
    private readonly int _stride;
    private readonly double[] _weights;
    private readonly int[] _dimension;
    private readonly double[] _dimensionTotals;
    private readonly ulong[] _indicatorKeys;
    private readonly ulong[] _districtKeys;
    private readonly double[] _points;
    private readonly Panel[] _panels;
    private readonly Dominance? _dominance;

    /// <param name="ranked">Rows of the table that are complete.</param>
    public RankDraws(ScoreTable table, int[] ranked, RankIntervalSettings settings)
    {
        // Sorted by name, so that the order in which indicators and experts were given cannot move a rounding.
        var columns = Enumerable.Range(0, table.Indicators.Count)
            .OrderBy(j => table.Indicators[j].Indicator, StringComparer.Ordinal).ToArray();
        var dimensions = columns.Select(j => table.Indicators[j].Dimension).Distinct().ToList();
        _settings = settings;
        _districts = ranked.Length;
        _stride = (columns.Length + 3) & ~3;
        _weights = new double[_stride];
        _dimension = [.. columns.Select(j => dimensions.IndexOf(table.Indicators[j].Dimension))];
        _dimensionTotals = new double[dimensions.Count];
        for (var j = 0; j < columns.Length; j++)
        {
            _weights[j] = (double)table.Indicators[columns[j]].MaxPoints;
            _dimensionTotals[_dimension[j]] += _weights[j];
        }

        _indicatorKeys = [.. columns.Select(j => RandomStream.Key(table.Indicators[j].Indicator))];
        _districtKeys = [.. ranked.Select(row => RandomStream.Key(table.Districts[row].District))];
        _points = new double[_districts * _stride];
        _panels = new Panel[_districts];
        for (var i = 0; i < _districts; i++)
        {
            var district = table.Districts[ranked[i]];
            for (var j = 0; j < columns.Length; j++)
            {
                _points[i * _stride + j] = (double)district.Points[columns[j]]!.Value;
            }

            _panels[i] = Panel.Of(district, columns, _stride);
        }

        if (_panels.Any(p => p.Experts > 1))
        {
            _dominance = Dominance.Of(_points, _districts, _stride);
        }
    }

    public int Experts(int district) => _panels[district].Experts;

    /// <summary>Fills <paramref name="ranks"/> draw after draw, each with one rank a district.</summary>
    public void Run(int[] ranks)
    {
        var blocks = (_settings.Draws + Block - 1) / Block;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads },
            () => new Buffers(_districts, _stride),
            (block, _, buffers) =>
            {
                Draw(block * Block, Math.Min(Block, _settings.Draws - block * Block), ranks, buffers);
                return buffers;
            },
            buffers => buffers.Return());
    }

    private void Draw(int first, int count, int[] ranks, Buffers buffers)
    {
        for (var b = 0; b < count; b++)
        {
            DrawWeights(RandomStream.Key(_settings.Seed, first + b), buffers.Factors.AsSpan(b * _stride, _stride));
        }

        for (var i = 0; i < _districts; i++)
        {
            var panel = _panels[i];
            var points = _points.AsSpan(i * _stride, _stride);
            for (var b = 0; b < count; b++)
            {
                var factors = buffers.Factors.AsSpan(b * _stride, _stride);
                var total = panel.Experts > 1
                    ? panel.Total(points, factors, _weights, new RandomStream(RandomStream.Key(_settings.Seed, first + b) ^ _districtKeys[i]))
                    : Total(points, factors);
                buffers.Totals[b * _districts + i] = (long)Math.Round(total * Resolution);
            }
        }

        for (var b = 0; b < count; b++)
        {
            var totals = buffers.Totals.AsSpan(b * _districts, _districts);
            _dominance?.Enforce(totals);
            Rank(totals, ranks.AsSpan((first + b) * _districts, _districts), buffers);
        }
    }

    /// <summary>Factors on points: w′/w, where w′ has been varied and renormalised within its dimension.</summary>
    private void DrawWeights(ulong key, Span<double> factors)
    {
        Span<double> sums = stackalloc double[_dimensionTotals.Length];
        sums.Clear();
        for (var j = 0; j < _dimension.Length; j++)
        {
            factors[j] = 1 + _settings.WeightSpread * (2 * new RandomStream(key ^ _indicatorKeys[j]).NextUnit() - 1);
            sums[_dimension[j]] += _weights[j] * factors[j];
        }

        for (var j = 0; j < _dimension.Length; j++)
        {
            factors[j] *= _dimensionTotals[_dimension[j]] / sums[_dimension[j]];
        }
    }

    private static double Total(ReadOnlySpan<double> points, ReadOnlySpan<double> factors)
    {
        var p = MemoryMarshal.Cast<double, Vector256<double>>(points);
        var f = MemoryMarshal.Cast<double, Vector256<double>>(factors);
        var sum = Vector256<double>.Zero;
        for (var v = 0; v < p.Length; v++)
        {
            sum += p[v] * f[v];
        }

        return sum[0] + sum[1] + sum[2] + sum[3];
    }

    private static void Rank(ReadOnlySpan<long> totals, Span<int> ranks, Buffers buffers)
    {
        if (totals.Length < SortFrom)
        {
            for (var i = 0; i < totals.Length; i++)
            {
                var rank = 1;
                foreach (var other in totals)
                {
                    rank += other > totals[i] ? 1 : 0;
                }

                ranks[i] = rank;
            }

            return;
        }

        var keys = buffers.SortKeys.AsSpan(0, totals.Length);
        var order = buffers.SortItems.AsSpan(0, totals.Length);
        for (var i = 0; i < totals.Length; i++)
        {
            keys[i] = -totals[i];
            order[i] = i;
        }

        keys.Sort(order);
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i > 0 && keys[i] == keys[i - 1] ? ranks[order[i - 1]] : i + 1;
        }
    }

    private sealed class Buffers(int districts, int stride)
    {
        public double[] Factors { get; } = Cleared(Block * stride);

        public long[] Totals { get; } = ArrayPool<long>.Shared.Rent(Block * districts);

        public long[] SortKeys { get; } = ArrayPool<long>.Shared.Rent(districts);

        public int[] SortItems { get; } = ArrayPool<int>.Shared.Rent(districts);

        public void Return()
        {
            ArrayPool<double>.Shared.Return(Factors);
            ArrayPool<long>.Shared.Return(Totals);
            ArrayPool<long>.Shared.Return(SortKeys);
            ArrayPool<int>.Shared.Return(SortItems);
        }

        private static double[] Cleared(int length)
        {
            var array = ArrayPool<double>.Shared.Rent(length);
            Array.Clear(array);
            return array;
        }
    }
}
