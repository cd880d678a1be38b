using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>The individual scores of one district's panel, laid out for redrawing the experts.</summary>
internal sealed class Panel
{
    private const int MostOnStack = 128;
    private static readonly Panel Nobody = new(0, [], []);

    private readonly double[] _deviations;
    private readonly double[] _present;

    /// <param name="deviations">Expert after expert: score minus the panel's mean, 0 where the expert gave none.</param>
    /// <param name="present">The same shape, 1 where the expert gave a score; empty when all gave all.</param>
    private Panel(int experts, double[] deviations, double[] present)
    {
        Experts = experts;
        _deviations = deviations;
        _present = present;
    }

    /// <summary>Experts with at least one score.</summary>
    public int Experts { get; }

    public static Panel Of(DistrictScores district, int[] columns, int stride)
    {
        var experts = district.Experts
            .Where(e => columns.Any(j => e.Points[j].HasValue))
            .OrderBy(e => e.Expert, StringComparer.Ordinal)
            .ToArray();
        if (experts.Length < 2)
        {
            return experts.Length == 0 ? Nobody : new Panel(1, [], []);
        }

        var deviations = new double[experts.Length * stride];
        var present = new double[experts.Length * stride];
        var crossed = true;
        for (var j = 0; j < columns.Length; j++)
        {
            var scores = experts.Select(e => e.Points[columns[j]]).ToArray();
            var count = scores.Count(s => s.HasValue);
            crossed &= count == experts.Length;
            var mean = count == 0 ? 0 : scores.Sum(s => s ?? 0) / count;
            for (var e = 0; e < experts.Length; e++)
            {
                deviations[e * stride + j] = scores[e] is { } score ? (double)(score - mean) : 0;
                present[e * stride + j] = scores[e].HasValue ? 1 : 0;
            }
        }

        return new Panel(experts.Length, deviations, crossed ? [] : present);
    }

    /// <summary>
    /// The weighted total with a panel drawn from this one with replacement: Σ factor·(points + mean deviation of those
    /// drawn who scored the indicator), each score within 0 … max points.
    /// </summary>
    public double Total(ReadOnlySpan<double> points, ReadOnlySpan<double> factors, ReadOnlySpan<double> maxPoints, RandomStream stream)
    {
        Span<double> drawn = Experts <= MostOnStack ? stackalloc double[Experts] : new double[Experts];
        drawn.Clear();
        for (var e = 0; e < Experts; e++)
        {
            drawn[stream.NextIndex(Experts)]++;
        }

        var p = MemoryMarshal.Cast<double, Vector256<double>>(points);
        var f = MemoryMarshal.Cast<double, Vector256<double>>(factors);
        var most = MemoryMarshal.Cast<double, Vector256<double>>(maxPoints);
        var deviations = MemoryMarshal.Cast<double, Vector256<double>>(_deviations);
        var present = MemoryMarshal.Cast<double, Vector256<double>>(_present);
        var everyone = Vector256.Create(1.0 / Experts);
        var sum = Vector256<double>.Zero;
        for (var v = 0; v < p.Length; v++)
        {
            var deviation = Vector256<double>.Zero;
            var scored = Vector256<double>.Zero;
            for (var e = 0; e < drawn.Length; e++)
            {
                deviation += deviations[e * p.Length + v] * drawn[e];
                if (present.Length > 0)
                {
                    scored += present[e * p.Length + v] * drawn[e];
                }
            }

            // Where nobody drawn scored the indicator the deviation is 0 too: the official score stands.
            var mean = present.Length > 0 ? deviation / Vector256.Max(scored, Vector256<double>.One) : deviation * everyone;
            sum += Vector256.Min(Vector256.Max(p[v] + mean, Vector256<double>.Zero), most[v]) * f[v];
        }

        return sum[0] + sum[1] + sum[2] + sum[3];
    }
}
