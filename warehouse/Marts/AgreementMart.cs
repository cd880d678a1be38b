using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>Self against expert scores of each round, on the rate scale: bias and limits by scope, a test by indicator, and gaps taken apart.</summary>
public static class AgreementMart
{
    private const string Scope = "rpt_agreement";
    private const string Test = "rpt_agreement_indicator";

    public static IEnumerable<object?[]> Scopes(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Scopes);

    public static IEnumerable<object?[]> Indicators(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Indicators);

    public static IEnumerable<object?[]> Districts(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Districts);

    public static IEnumerable<object?[]> Cells(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Cells);

    internal static AgreementOfRound Of(MartInput input, string round) => input.Memory.Of(round, () => Compute(RoundScores.Of(input, round)));

    private static AgreementOfRound Compute(RoundScores scores)
    {
        var (scopes, tests) = (new Reasons(scores.Round, Scope), new Reasons(scores.Round, Test));
        var parts = TwoWayDecomposition.Of(Gaps(scores));
        return new(
            [.. scores.Scopes.Select(scope => OfScope(scores, scope, parts, scopes))],
            OfIndicators(scores, parts, tests),
            [.. (parts.Value?.Districts ?? []).Select(d => new object?[] { scores.Round, d.Name, Reasons.Significant(d.Effect), d.N })],
            [
                .. (parts.Value?.Cells ?? []).Select((c, place) => new object?[]
                {
                    scores.Round, c.District, c.Indicator, Reasons.Significant(c.Value), Reasons.Significant(c.Value - c.Residual), Reasons.Significant(c.Residual),
                    place + 1,
                }),
            ],
            [scopes, tests]);
    }

    private static object?[] OfScope(RoundScores scores, string scope, Statistic<Decomposition> parts, Reasons reasons)
    {
        var columns = scores.Columns(scope);
        double?[] self = [.. scores.Districts.Select(d => Rate(scores, d.Self, columns))];
        double?[] expert = [.. scores.Districts.Select(d => Rate(scores, d.Expert, columns))];
        var limits = BlandAltman.Of(self, expert);
        var concordance = ConcordanceCorrelation.Of(self, expert);
        var whole = scope == RoundScores.Total;
        return
        [
            scores.Round, scope, limits.N, limits.Excluded,
            .. reasons.WithInterval("bias", scope, limits.Bias),
            reasons.Value("sd", scope, limits.Sd),
            .. reasons.WithInterval("limit_low", scope, limits.LowerLimit),
            .. reasons.WithInterval("limit_high", scope, limits.UpperLimit),
            reasons.Value("ccc", scope, concordance, c => c.Ccc.Value),
            .. reasons.WithInterval("pearson", scope, concordance, c => c.Pearson),
            reasons.Value("bias_correction", scope, concordance, c => c.BiasCorrection.Value),
            whole ? reasons.Value("gap_mean", scope, parts, p => p.Mean.Value) : null,
            whole ? reasons.Value("gap_residual_sd", scope, parts.Then(p => p.ResidualSd)) : null,
            whole ? parts.Value?.N ?? 0 : null,
        ];
    }

    private static List<object?[]> OfIndicators(RoundScores scores, Statistic<Decomposition> parts, Reasons reasons)
    {
        var tests = scores.Indicators.Select((indicator, j) => WilcoxonSignedRank.Of(
            [.. scores.Districts.Select(d => d.Self[j] / indicator.MaxPoints)], [.. scores.Districts.Select(d => d.Expert[j] / indicator.MaxPoints)])).ToList();
        var corrected = BenjaminiHochberg.Adjust([.. tests.Select(t => t.Value?.P.Value)]);
        var effects = (parts.Value?.Indicators ?? []).ToDictionary(e => e.Name, e => e.Effect);
        return [.. scores.Indicators.Select((indicator, j) =>
        {
            var (code, test) = (indicator.Code, tests[j]);
            return new object?[]
            {
                scores.Round, code, scores.Districts.Count(d => d.Self[j] is not null && d.Expert[j] is not null), test.Value?.NEffective ?? 0,
                test.IsGiven ? (double)test.Value.V : reasons.Note<double>("v", code, test.Withheld),
                reasons.Value("p", code, test, t => t.P.Value), reasons.Value("q", code, corrected[j]), test.IsGiven ? Reasons.Significant(test.Value.LeastP) : null,
                reasons.Value("hodges_lehmann", code, test, t => t.HodgesLehmann.Value), reasons.Value("rank_biserial", code, test, t => t.RankBiserial.Value),
                effects.TryGetValue(code, out var effect) ? Reasons.Significant(effect) : reasons.Note<double>("effect", code, parts.Withheld ?? Withheld.NoData()),
            };
        })];
    }

    /// <summary>Points ÷ max points over the columns; null unless all are scored.</summary>
    private static double? Rate(RoundScores scores, IReadOnlyList<decimal?> points, IReadOnlyList<int> columns) =>
        columns.Count == 0 || columns.Any(j => points[j] is null)
            ? null
            : (double)(columns.Sum(j => points[j]!.Value) / columns.Sum(j => scores.Indicators[j].MaxPoints));

    private static List<GapCell> Gaps(RoundScores scores) =>
    [
        .. scores.Districts.SelectMany(d => scores.Indicators.Select((indicator, j) => new GapCell(
            d.District, indicator.Code, (double?)((d.Self[j] - d.Expert[j]) / indicator.MaxPoints)))),
    ];
}

/// <summary>Rows of the four marts of agreement.</summary>
internal sealed record AgreementOfRound(
    IReadOnlyList<object?[]> Scopes, IReadOnlyList<object?[]> Indicators, IReadOnlyList<object?[]> Districts, IReadOnlyList<object?[]> Cells,
    IReadOnlyList<Reasons> Reasons);
