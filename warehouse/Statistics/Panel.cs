using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>The individual scores of one district's panel, laid out for redrawing the experts.</summary>
internal sealed class Panel
{
    private static readonly Panel Nobody = new(0, [], []);

    private readonly double[] _deviations;
    private readonly double[] _present;

    /// <param name="deviations">Indicator after indicator, one number an expert: score minus the panel's mean, 0 where the expert gave none.</param>
    /// <param name="present">The same shape, 1 where the expert gave a score; empty when all gave all.</param>
    private Panel(int experts, double[] deviations, double[] present)
    {
        Experts = experts;
        _deviations = deviations;
        _present = present;
    }

    /// <summary>Experts with at least one score.</summary>
    public int Experts { get; }

    public static Panel Of(DistrictScores district, int[] columns)
    {
        var experts = district.Experts
            .Where(e => columns.Any(j => e.Points[j].HasValue))
            .OrderBy(e => e.Expert, StringComparer.Ordinal)
            .ToArray();
        if (experts.Length < 2)
        {
            return experts.Length == 0 ? Nobody : new Panel(1, [], []);
        }

        var deviations = new double[experts.Length * columns.Length];
        var present = new double[experts.Length * columns.Length];
        var crossed = true;
        for (var j = 0; j < columns.Length; j++)
        {
            var (sum, count) = (0m, 0);
            foreach (var expert in experts)
            {
                if (expert.Points[columns[j]] is { } score)
                {
                    (sum, count) = (sum + score, count + 1);
                }
            }

            crossed &= count == experts.Length;
            var mean = count == 0 ? 0 : sum / count;
            for (var e = 0; e < experts.Length; e++)
            {
                if (experts[e].Points[columns[j]] is { } score)
                {
                    deviations[j * experts.Length + e] = (double)(score - mean);
                    present[j * experts.Length + e] = 1;
                }
            }
        }

        return new Panel(experts.Length, deviations, crossed ? [] : present);
    }

    /// <summary>Draws, for each of a block of draws, as many experts as there are, with replacement.</summary>
    /// <param name="keys">One a draw.</param>
    /// <param name="drawn">How often each expert was drawn: expert after expert, one number a draw.</param>
    public void Draw(ReadOnlySpan<ulong> keys, ulong district, Span<double> drawn)
    {
        drawn[..(Experts * keys.Length)].Clear();
        for (var b = 0; b < keys.Length; b++)
        {
            var stream = new RandomStream(keys[b] ^ district);
            for (var e = 0; e < Experts; e++)
            {
                drawn[stream.NextIndex(Experts) * keys.Length + b]++;
            }
        }
    }

    /// <summary>
    /// The weighted total of each draw of a block: Σ factor·(points + mean deviation of those drawn who scored the indicator),
    /// each score within 0 … max points.
    /// </summary>
    /// <param name="factors">Indicator after indicator, one number a draw; <paramref name="drawn"/> likewise, expert after expert.</param>
    public void Totals(
        ReadOnlySpan<double> points, ReadOnlySpan<double> maxPoints, ReadOnlySpan<Vector256<double>> factors, ReadOnlySpan<double> drawn,
        Span<Vector256<double>> totals)
    {
        var lanes = totals.Length;
        var counts = MemoryMarshal.Cast<double, Vector256<double>>(drawn)[..(Experts * lanes)];
        for (var lane = 0; lane < lanes; lane++)
        {
            var sum = Vector256<double>.Zero;
            for (var j = 0; j < points.Length; j++)
            {
                var mean = Weighted(_deviations, j, counts, lane, lanes);

                // Where nobody drawn scored the indicator the deviation is 0 too: the official score stands.
                mean = _present.Length > 0
                    ? mean / Vector256.Max(Weighted(_present, j, counts, lane, lanes), Vector256<double>.One)
                    : mean * (1.0 / Experts);
                var score = Vector256.Min(Vector256.Max(mean + Vector256.Create(points[j]), Vector256<double>.Zero), Vector256.Create(maxPoints[j]));
                sum += score * factors[j * lanes + lane];
            }

            totals[lane] = sum;
        }
    }

    private Vector256<double> Weighted(double[] values, int j, ReadOnlySpan<Vector256<double>> counts, int lane, int lanes)
    {
        var sum = Vector256<double>.Zero;
        var own = values.AsSpan(j * Experts, Experts);
        for (var e = 0; e < own.Length; e++)
        {
            sum += counts[e * lanes + lane] * own[e];
        }

        return sum;
    }
}
