using Dapper;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>The scores of one round as the statistics take them.</summary>
/// <param name="Dimensions">Of the round's framework, in its order.</param>
/// <param name="Indicators">Of the round's framework, in its order.</param>
/// <param name="Districts">Those evaluated, by code.</param>
public sealed record RoundScores(
    string Round, IReadOnlyList<Dimension> Dimensions, IReadOnlyList<Indicator> Indicators, IReadOnlyList<DistrictCells> Districts)
{
    /// <summary>The code that stands for all indicators together.</summary>
    public const string Total = "total";

    private const string ResultSql = """
        select district, '' as expert, indicator, self_points as self, expert_points as points
        from rpt_indicator_result
        where round = $round
        """;

    private const string PanelSql = """
        select district, expert, indicator, null::decimal(6, 2) as self, points
        from fct_score
        where round = $round and rater = 'expert' and expert <> ''
        """;

    /// <summary>total, then the dimensions.</summary>
    public IEnumerable<string> Scopes => Dimensions.Select(d => d.Code).Prepend(Total);

    /// <summary>Of the store that is being built; read once a build.</summary>
    internal static RoundScores Of(MartInput input, string round) =>
        input.Memory.Of(round, () => Of(input.Catalog, round, (sql, parameters) => input.Connection.Query<Cell>(sql, parameters)));

    /// <summary>Of a snapshot; read once.</summary>
    /// <param name="panel">Whether the scores of the named experts are wanted, which are most of what there is to read.</param>
    internal static RoundScores Of(SnapshotReader s, string round, bool panel = true) => s.Known(
        nameof(RoundScores), new { round, panel }, scores => scores.Districts.Sum(d => 2 + d.Panel.Count),
        () => Of(s.Catalog, round, s.Read<Cell>, panel));

    /// <summary>Columns (positions in <see cref="Indicators"/>) of a dimension, or all for the total.</summary>
    public IReadOnlyList<int> Columns(string scope) =>
        [.. Enumerable.Range(0, Indicators.Count).Where(j => scope == Total || Indicators[j].Dimension == scope)];

    /// <summary>The expert scores of a dimension, or of all indicators.</summary>
    public ScoreTable Table(string scope = Total)
    {
        var columns = Columns(scope);
        return new(
            [.. columns.Select(j => new ScoredIndicator(Indicators[j].Code, Indicators[j].Dimension, Indicators[j].MaxPoints))],
            [
                .. Districts.Select(d => new DistrictScores(
                    d.District, Of(d.Expert, columns), [.. d.Panel.Select(e => new ExpertScores(e.Expert, Of(e.Points, columns)))])),
            ]);
    }

    private static List<decimal?> Of(IReadOnlyList<decimal?> points, IReadOnlyList<int> columns) => [.. columns.Select(j => points[j])];

    private static RoundScores Of(CityCatalog catalog, string round, Func<string, object, IEnumerable<Cell>> query, bool withPanel = true)
    {
        var framework = catalog.Round(round)!.Framework;
        var indicators = catalog.IndicatorsOf(framework).ToList();
        var column = indicators.Select((i, j) => (i.Code, j)).ToDictionary(i => i.Code, i => i.j);
        var results = query(ResultSql, new { round }).ToLookup(cell => cell.District);
        var panel = (withPanel ? query(PanelSql, new { round }) : []).ToLookup(cell => cell.District);
        return new(
            round, [.. catalog.DimensionsOf(framework)], indicators,
            [
                .. results.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new DistrictCells(
                    d.Key, InOrder(d, column, cell => cell.Self), InOrder(d, column, cell => cell.Points),
                    [
                        .. panel[d.Key].GroupBy(cell => cell.Expert).OrderBy(e => e.Key, StringComparer.Ordinal)
                            .Select(e => new ExpertScores(e.Key, InOrder(e, column, cell => cell.Points))),
                    ])),
            ]);
    }

    private static decimal?[] InOrder(IEnumerable<Cell> cells, Dictionary<string, int> column, Func<Cell, decimal?> value)
    {
        var points = new decimal?[column.Count];
        // A score of an unknown indicator is for the checks to refuse, which run over the marts.
        foreach (var cell in cells)
            if (column.TryGetValue(cell.Indicator, out var j))
                points[j] = value(cell);
        return points;
    }

    internal sealed record Cell(string District, string Expert, string Indicator, decimal? Self, decimal? Points);
}

/// <summary>One district in one round: points by indicator in the framework's order, null where not scored.</summary>
/// <param name="Expert">The official expert score.</param>
/// <param name="Panel">The named experts.</param>
public sealed record DistrictCells(
    string District, IReadOnlyList<decimal?> Self, IReadOnlyList<decimal?> Expert, IReadOnlyList<ExpertScores> Panel);
