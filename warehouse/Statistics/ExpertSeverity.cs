namespace LearningCity.Warehouse.Statistics;

/// <summary>One score of one expert; the target is a district, or a district and an indicator.</summary>
/// <param name="Score">Usually a score rate (0–1).</param>
public sealed record PanelScore(string Target, string Expert, double Score);

/// <summary>How far an expert scores above (positive) or below the other experts on the same targets.</summary>
/// <param name="Estimate">In the unit of the scores; the severities sum to zero. With t interval where there is residual.</param>
public sealed record Severity(string Expert, Estimate Estimate);

/// <summary>A target's score as an average expert of this panel would have given it.</summary>
/// <param name="Raw">Mean of the scores it got.</param>
/// <param name="Adjusted">μ + target effect.</param>
/// <param name="RawPlace">Rank by the raw mean.</param>
/// <param name="AdjustedPlace">Rank by the adjusted score.</param>
public sealed record AdjustedScore(string Target, double Raw, double Adjusted, Place RawPlace, Place AdjustedPlace)
{
    /// <summary>Ranks gained (positive) or lost by the adjustment.</summary>
    public int Moves => RawPlace.Rank - AdjustedPlace.Rank;
}

/// <summary>Severity of each expert, and what the ranking would be without it.</summary>
/// <param name="N">Scores.</param>
/// <param name="ResidualSd">√(Σe²/df) after target and expert.</param>
public sealed record SeverityResult(
    int N, IReadOnlyList<Severity> Experts, IReadOnlyList<AdjustedScore> Targets, Statistic<Estimate> ResidualSd);

/// <summary>
/// Severity by least squares, score_te = μ + target_t + expert_e + ε, both effects summing to zero; it compares experts only
/// over targets that connect them. Interval: t with df = N − targets − experts + 1. The adjusted score μ + target stands beside
/// the official one and never replaces it. Withheld for fewer than 2 and more than 1,000 experts, and, with the groups named, when
/// the design is unconnected.
/// Reference: Searle 1971, Linear Models, ch. 7; Linacre 1989, Many-Facet Rasch Measurement (severity as an idea).
/// </summary>
public static class ExpertSeverity
{
    /// <exception cref="ArgumentException">A score is NaN or infinite.</exception>
    public static Statistic<SeverityResult> Of(IReadOnlyList<PanelScore> scores, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return AdditiveFit.Of([.. scores.Select(s => new Cell(s.Target, s.Expert, s.Score))]).Then<SeverityResult>(fit =>
        {
            if (fit.Columns.Length < 2)
            {
                return Withheld.TooFew(fit.Columns.Length, 2);
            }

            var df = fit.DegreesOfFreedom;
            var sigma = df < 1 ? 0 : Math.Sqrt(fit.ResidualSumOfSquares / df);
            var perExpert = Counts(fit, 1);
            return new SeverityResult(
                scores.Count,
                [.. fit.Columns.Select((expert, j) => new Severity(expert, Estimate(fit, j, perExpert[j], sigma, level)))],
                Targets(fit, scores),
                df < 1 ? Withheld.NoResidual() : Statistics.Estimate.Finite(sigma, scores.Count, Methods.Severity));
        });
    }

    private static Estimate Estimate(AdditiveFit fit, int j, int n, double sigma, double level)
    {
        var effect = fit.ColumnEffects[j];
        var estimate = new Estimate(effect, n, Methods.Severity);
        if (sigma <= 1e-12 * (1 + Math.Abs(fit.Grand)))
        {
            return estimate with { IntervalWithheld = Withheld.NoResidual() };
        }

        var half = Distributions.StudentTwoSidedQuantile(level, fit.DegreesOfFreedom) * sigma * Math.Sqrt(Math.Max(0, fit.ColumnVariances[j]));
        return estimate with { Interval = new Interval(effect - half, effect + half, level) };
    }

    private static List<AdjustedScore> Targets(AdditiveFit fit, IReadOnlyList<PanelScore> scores)
    {
        var sums = new double[fit.Rows.Length];
        for (var c = 0; c < scores.Count; c++)
        {
            sums[fit.Index[c][0]] += scores[c].Score;
        }

        var counts = Counts(fit, 0);
        var raw = sums.Select((sum, i) => sum / counts[i]).ToArray();
        var adjusted = fit.RowEffects.Select(effect => fit.Grand + effect).ToArray();
        var rawPlaces = Places(raw);
        var adjustedPlaces = Places(adjusted);
        return [.. fit.Rows.Select((target, i) => new AdjustedScore(target, raw[i], adjusted[i], rawPlaces[i]!, adjustedPlaces[i]!))];
    }

    /// <summary>Ranks of values that went through arithmetic: equal when they agree to 12 decimals.</summary>
    private static IReadOnlyList<Place?> Places(double[] values) =>
        Ranking.Competition([.. values.Select(v => (decimal?)Sample.ForTies((decimal)v))]);

    private static int[] Counts(AdditiveFit fit, int side)
    {
        var counts = new int[side == 0 ? fit.Rows.Length : fit.Columns.Length];
        foreach (var cell in fit.Index)
        {
            counts[cell[side]]++;
        }

        return counts;
    }
}
