using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>What each indicator contributes to a round's totals, and how the indicators of a dimension hang together.</summary>
public static class ItemMart
{
    public static IEnumerable<object?[]> Indicators(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Indicators);

    public static IEnumerable<object?[]> Scopes(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Scopes);

    internal static ItemsOfRound Of(MartInput input, string round) => input.Memory.Of(round, () => Compute(RoundScores.Of(input, round)));

    private static ItemsOfRound Compute(RoundScores scores)
    {
        var (items, scopes) = (new Reasons(scores.Round, "rpt_indicator_quality"), new Reasons(scores.Round, "rpt_scale_quality"));
        var map = ImportancePerformance.Of([.. scores.Indicators.Select((i, j) => (i.Code, (double)i.MaxPoints, MeanRate(scores, j)))]);
        return new(OfIndicators(scores, map, items), [.. scores.Scopes.Select(scope => OfScope(scores, scope, map, scopes))], [items, scopes]);
    }

    private static List<object?[]> OfIndicators(RoundScores scores, Statistic<ImportancePerformanceMap> map, Reasons reasons)
    {
        var table = Points(scores, RoundScores.Total);
        var (shares, rests) = (ItemAnalysis.VarianceShares(table), ItemAnalysis.ItemRest(table));
        var quadrants = (map.Value?.Points ?? []).ToDictionary(p => p.Indicator, p => p.Quadrant);
        var complete = table.Count(row => row.All(p => p.HasValue));
        return [.. scores.Indicators.Select((indicator, j) =>
        {
            var ends = CeilingFloor.Of([.. scores.Districts.Select(d => d.Expert[j])], indicator.MaxPoints);
            return (object?[])
            [
                scores.Round, indicator.Code, complete,
                reasons.Value("variance_share", indicator.Code, table.Count == 0 ? Withheld.NoData() : shares[j]),
                .. reasons.WithInterval("item_total", indicator.Code, table.Count == 0 ? Withheld.NoData() : rests[j]),
                ends.Value?.CeilingFlagged, ends.Value?.FloorFlagged,
                reasons.Value("gini", indicator.Code, Concentration([.. scores.Districts.Select(d => (double?)(indicator.MaxPoints - d.Expert[j]))])),
                quadrants.TryGetValue(indicator.Code, out var quadrant) ? Quadrants.Code(quadrant) : null,
            ];
        })];
    }

    private static object?[] OfScope(RoundScores scores, string scope, Statistic<ImportancePerformanceMap> map, Reasons reasons)
    {
        var table = Points(scores, scope);
        var lost = scores.Columns(scope).Select(j => scores.Districts.Any(d => d.Expert[j].HasValue)
            ? (double?)scores.Districts.Sum(d => (double)(scores.Indicators[j].MaxPoints - d.Expert[j] ?? 0))
            : null);
        var whole = scope == RoundScores.Total;
        var complete = table.Count(row => row.All(p => p.HasValue));
        return
        [
            scores.Round, scope, complete, table.Count - complete, scores.Columns(scope).Count,
            .. reasons.WithInterval("cronbach_alpha", scope, ItemAnalysis.CronbachAlpha(table)),
            reasons.Value("gini", scope, Concentration([.. lost])),
            whole ? reasons.Value("importance_line", scope, map, m => m.MeanImportance) : null,
            whole ? reasons.Value("performance_line", scope, map, m => m.MeanPerformance) : null,
        ];
    }

    private static List<IReadOnlyList<double?>> Points(RoundScores scores, string scope)
    {
        var columns = scores.Columns(scope);
        return [.. scores.Districts.Select(d => (IReadOnlyList<double?>)[.. columns.Select(j => (double?)d.Expert[j])])];
    }

    /// <summary>Points above the most there can be are for the checks to refuse, which run over the marts.</summary>
    private static Statistic<Estimate> Concentration(double?[] lost) => lost.Any(l => l < 0) ? Withheld.OutOfNumericRange() : Gini.Of(lost);

    private static double? MeanRate(RoundScores scores, int j)
    {
        var points = scores.Districts.Select(d => d.Expert[j]).OfType<decimal>().ToList();
        return points.Count == 0 ? null : (double)(points.Sum() / points.Count / scores.Indicators[j].MaxPoints);
    }
}

/// <summary>Rows of the two marts of item analysis.</summary>
internal sealed record ItemsOfRound(IReadOnlyList<object?[]> Indicators, IReadOnlyList<object?[]> Scopes, IReadOnlyList<Reasons> Reasons);

/// <summary>The quadrants of importance and performance as they are written in tables.</summary>
internal static class Quadrants
{
    public static string Code(Quadrant quadrant) => quadrant switch
    {
        Quadrant.Concentrate => "concentrate",
        Quadrant.KeepUp => "keep_up",
        Quadrant.LowPriority => "low_priority",
        _ => "possible_overkill",
    };
}
