using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>What a cell of districts by indicators may hold.</summary>
public enum CellValue
{
    ExpertRate,
    SelfRate,
    GapRate,
    ChangeRate,
    Rank,
    ExpertPointsLost,
    SelfPointsLost,
}

/// <summary>One value of each district on each indicator of a round; null where there is none.</summary>
/// <param name="ByDistrict">Values in the order of <paramref name="Indicators"/>.</param>
public sealed record IndicatorCells(IReadOnlyList<string> Indicators, IReadOnlyDictionary<string, decimal?[]> ByDistrict)
{
    private readonly Dictionary<string, int> column = Indicators.Select((code, j) => (code, j)).ToDictionary(i => i.code, i => i.j);

    public decimal? this[string district, string indicator] =>
        ByDistrict.TryGetValue(district, out var values) && column.TryGetValue(indicator, out var j) ? values[j] : null;

    /// <summary>Read once a snapshot: a table of many districts needs all of them for its means, however few rows it shows.</summary>
    public static IndicatorCells Ask(SnapshotReader s, string round, CellValue value)
    {
        // An alias of the text below, never a word from outside.
        var text = value switch
        {
            CellValue.ExpertRate => "r.expert_rate",
            CellValue.SelfRate => "r.self_rate",
            CellValue.GapRate => "r.gap_rate",
            CellValue.ChangeRate => "c.change_rate",
            CellValue.Rank => "r.rank",
            CellValue.ExpertPointsLost => "r.points_lost",
            _ => "r.max_points - r.self_points",
        };
        var sql = $"""
            select r.district, r.indicator, ({text})::decimal(12, 6) as value
            from rpt_indicator_result r
            left join rpt_indicator_change c on c.round = r.round and c.district = r.district and c.indicator = r.indicator
            where r.round = $round
            """;
        var codes = s.Catalog.IndicatorsOf(s.Catalog.Round(round)!.Framework).Select(i => i.Code).ToList();
        return s.Known<IndicatorCells>(sql, new { round }, weight: cells => cells.ByDistrict.Count, () => Table(codes, s.Read<Cell>(sql, new { round })));
    }

    private static IndicatorCells Table(List<string> codes, IEnumerable<Cell> cells)
    {
        var byDistrict = new Dictionary<string, decimal?[]>();
        var table = new IndicatorCells(codes, byDistrict);
        foreach (var cell in cells)
        {
            if (!byDistrict.TryGetValue(cell.District, out var values))
                byDistrict[cell.District] = values = new decimal?[codes.Count];
            if (table.column.TryGetValue(cell.Indicator, out var j))
                values[j] = cell.Value;
        }

        return table;
    }

    private sealed record Cell(string District, string Indicator, decimal? Value);
}
