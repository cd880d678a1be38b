using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The draws behind <see cref="RankIntervals"/>. A block of draws lies side by side in the lanes of vectors, from the weights to the
/// ranks: lanes never meet, so that threads and machines with wider vectors get the same digits. Nothing is allocated in the draws.
/// Totals are whole numbers of 10⁻⁹ points, so that ties are ties.
/// </summary>
internal sealed class RankDraws
{
    /// <summary>Draws of a block, a multiple of the lanes of a vector.</summary>
    public const int Block = 16;

    private const double Resolution = 1e9;

    /// <summary>Districts whose order on every indicator is looked for: its time and memory grow with their square.</summary>
    private const int MostOrdered = 5000;

    private readonly RankIntervalSettings _settings;
    private readonly int _districts;
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
        _weights = [.. columns.Select(j => (double)table.Indicators[j].MaxPoints)];
        _dimension = [.. columns.Select(j => dimensions.IndexOf(table.Indicators[j].Dimension))];
        _dimensionTotals = new double[dimensions.Count];
        for (var j = 0; j < columns.Length; j++)
        {
            _dimensionTotals[_dimension[j]] += _weights[j];
        }

        _indicatorKeys = [.. columns.Select(j => RandomStream.Key(table.Indicators[j].Indicator))];
        _districtKeys = [.. ranked.Select(row => RandomStream.Key(table.Districts[row].District))];
        _points = new double[_districts * columns.Length];
        _panels = new Panel[_districts];
        for (var i = 0; i < _districts; i++)
        {
            var district = table.Districts[ranked[i]];
            for (var j = 0; j < columns.Length; j++)
            {
                _points[i * columns.Length + j] = (double)district.Points[columns[j]]!.Value;
            }

            _panels[i] = Panel.Of(district, columns);
        }

        if (_districts <= MostOrdered && _panels.Any(p => p.Experts > 1))
        {
            _dominance = Dominance.Of(_points, _districts, columns.Length);
        }
    }

    public int Experts(int district) => _panels[district].Experts;

    /// <summary>Fills <paramref name="ranks"/> district after district, each with one rank a draw.</summary>
    public void Run(int[] ranks)
    {
        var blocks = (_settings.Draws + Block - 1) / Block;
        var mostExperts = _panels.Max(p => p.Experts);
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads },
            () => new Buffers(_districts, _weights.Length, mostExperts),
            (block, _, buffers) =>
            {
                Draw(block * Block, ranks, buffers);
                return buffers;
            },
            buffers => buffers.Return());
    }

    private void Draw(int first, int[] ranks, Buffers buffers)
    {
        Span<ulong> keys = stackalloc ulong[Block];
        for (var b = 0; b < Block; b++)
        {
            keys[b] = RandomStream.Key(_settings.Seed, first + b);
            DrawWeights(keys[b], buffers.Factors.AsSpan(b));
        }

        var factors = MemoryMarshal.Cast<double, Vector256<double>>(buffers.Factors.AsSpan(0, _weights.Length * Block));
        var totals = MemoryMarshal.Cast<double, Vector256<double>>(buffers.Totals.AsSpan(0, _districts * Block));
        var lanes = Block / Vector256<double>.Count;
        for (var i = 0; i < _districts; i++)
        {
            var points = _points.AsSpan(i * _weights.Length, _weights.Length);
            var own = totals.Slice(i * lanes, lanes);
            if (_panels[i].Experts > 1)
            {
                _panels[i].Draw(keys, _districtKeys[i], buffers.Drawn);
                _panels[i].Totals(points, _weights, factors, buffers.Drawn, own);
            }
            else
            {
                Totals(points, factors, own);
            }

            foreach (ref var total in own)
            {
                total = Vector256.Floor(total * Resolution + Vector256.Create(0.5));
            }
        }

        _dominance?.Enforce(totals);
        buffers.Ranks.Fill(buffers.Totals, _districts, first, Math.Min(Block, _settings.Draws - first), ranks, _settings.Draws);
    }

    /// <summary>Factors on points of one draw: w′/w, where w′ has been varied and renormalised within its dimension.</summary>
    private void DrawWeights(ulong key, Span<double> factors)
    {
        Span<double> sums = stackalloc double[_dimensionTotals.Length];
        sums.Clear();
        for (var j = 0; j < _dimension.Length; j++)
        {
            var factor = 1 + _settings.WeightSpread * (2 * new RandomStream(key ^ _indicatorKeys[j]).NextUnit() - 1);
            factors[j * Block] = factor;
            sums[_dimension[j]] += _weights[j] * factor;
        }

        for (var j = 0; j < _dimension.Length; j++)
        {
            factors[j * Block] *= _dimensionTotals[_dimension[j]] / sums[_dimension[j]];
        }
    }

    private static void Totals(ReadOnlySpan<double> points, ReadOnlySpan<Vector256<double>> factors, Span<Vector256<double>> totals)
    {
        for (var lane = 0; lane < totals.Length; lane++)
        {
            var sum = Vector256<double>.Zero;
            for (var j = 0; j < points.Length; j++)
            {
                sum += factors[j * totals.Length + lane] * points[j];
            }

            totals[lane] = sum;
        }
    }

    private sealed class Buffers(int districts, int indicators, int experts)
    {
        public double[] Factors { get; } = ArrayPool<double>.Shared.Rent(Block * indicators);

        public double[] Totals { get; } = ArrayPool<double>.Shared.Rent(Block * districts);

        public double[] Drawn { get; } = ArrayPool<double>.Shared.Rent(Block * experts);

        public BlockRanks Ranks { get; } = new(districts);

        public void Return()
        {
            ArrayPool<double>.Shared.Return(Factors);
            ArrayPool<double>.Shared.Return(Totals);
            ArrayPool<double>.Shared.Return(Drawn);
            Ranks.Return();
        }
    }
}
