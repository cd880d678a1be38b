using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Loading;

/// <summary>Reads from the staging tables what became of files, units and scores.</summary>
internal static class Outcomes
{
    private sealed record FaultRow(
        int File, int? Unit, string FileName, string? Sheet, string? Cell, long? SourceRow, string? Round, string? District, string? Indicator,
        string? Rater, string? Expert, string Value, string Expected, string Detail, string ExpectedEn, string DetailEn, string Rule);

    private sealed record UnitRow(
        int Unit, int File, string? Sheet, string Kind, string? Round, string? District, string? DistrictName, string? DistrictNameEn, string RoundText, string DistrictText, bool Faulty,
        long Scores, long Good, long Added, long Superseded, long Unchanged, long Missing);

    public static IReadOnlyList<FaultFound> Faults(DuckDBConnection connection) =>
        [.. connection.Query<FaultRow>("""
            select f.file, f.unit, n.file_name as FileName, f.sheet, f.cell, f.source_row as SourceRow, coalesce(u.round, nullif(u.round_text, '')) as round,
                coalesce(u.district, nullif(u.district_text, '')) as district, f.indicator, f.rater, f.expert, f.value, f.expected, f.detail,
                coalesce(f.expected_en, f.expected) as ExpectedEn, coalesce(f.detail_en, f.detail) as DetailEn, f.rule
            from stg_fault f
            join stg_file n using (file)
            join stg_rule r using (rule)
            left join stg_unit u using (unit)
            order by f.file, f.unit nulls first, r.severity <> 'reject', r.severity <> 'warn', f.sheet, f.source_row nulls first, f.cell, f.rule, f.rowid
            """).Select(Found)];

    public static IReadOnlyList<UnitOutcome> Units(DuckDBConnection connection) =>
        [.. connection.Query<UnitRow>("""
            with scores as (
                select unit, count(*) as scores, count(*) filter (readable and points is null) as missing from stg_score group by unit
                union all
                select unit, scores, scores - points from lst_unit
            ),
            good as (
                select unit, count(*) as good from stg_good group by unit
                union all
                select unit, points from lst_unit
            ),
            changes as (
                select g.unit, count(*) filter (c.kind = 'added' and c.unit = g.unit) as added,
                    count(*) filter (c.kind = 'superseded' and c.unit = g.unit) as superseded,
                    count(*) filter (c.kind = 'unchanged' or c.unit <> g.unit) as unchanged
                from stg_good g
                join stg_change c using (round, district, indicator, rater, expert)
                group by g.unit
                union all
                select unit, points, 0, 0 from lst_unit
            )
            select u.unit, u.file, u.sheet, u.kind, u.round, u.district, d.name_zh as DistrictName, d.name_en as DistrictNameEn, u.round_text as RoundText, u.district_text as DistrictText,
                exists (from stg_fault f join stg_rule r using (rule) where f.unit = u.unit and r.severity = 'reject') as faulty,
                coalesce(s.scores, 0) as scores, coalesce(g.good, 0) as good, coalesce(c.added, 0) as added,
                coalesce(c.superseded, 0) as superseded, coalesce(c.unchanged, 0) as unchanged, coalesce(s.missing, 0) as missing
            from stg_unit u
            left join scores s using (unit)
            left join good g using (unit)
            left join changes c using (unit)
            left join dim_district d on d.district = u.district
            order by u.unit
            """).Select(row => new UnitOutcome(
                row.Unit, row.File, row.Sheet, Enum.Parse<UnitKind>(row.Kind, ignoreCase: true), row.Round, row.District, row.DistrictName, row.DistrictNameEn, row.RoundText, row.DistrictText,
                Outcome(row), row.Scores, row.Added, row.Superseded, row.Unchanged, row.Missing))];

    public static IReadOnlyList<FileOutcome> Files(IReadOnlyList<ReadFile> files, IReadOnlyList<UnitOutcome> units, IReadOnlyList<FaultFound> faults) =>
        [.. files.Select(file =>
        {
            var own = units.Where(u => u.File == file.Number).ToList();
            var kinds = own.Select(u => u.Kind.ToString().ToLowerInvariant()).Distinct().ToList();
            var refused = faults.Any(f => f.File == file.Number && f.Unit is null && f.Rejects);
            return new FileOutcome(
                file.Number, file.Source.Name, file.Source.Path, file.Sha256, file.Length,
                kinds switch { [] => "unknown", [var only] => only, _ => "mixed" },
                refused || own.TrueForAll(u => u.Outcome == "rejected") ? "rejected"
                : own.Exists(u => u.Outcome is "rejected" or "partial") ? "partial"
                : own.TrueForAll(u => u.Outcome == "unchanged") ? "unchanged" : "accepted");
        })];

    public static LoadCounts Counts(IReadOnlyList<FileOutcome> files, IReadOnlyList<UnitOutcome> units, IReadOnlyList<FaultFound> faults) => new(
        files.Count, files.Count(f => f.Outcome == "rejected"), units.Count(u => u.Outcome != "rejected"), units.Count(u => u.Outcome == "rejected"),
        units.Sum(u => u.Added), units.Sum(u => u.Superseded), units.Sum(u => u.Unchanged), faults.Count(f => f.Rejects));

    private static string Outcome(UnitRow row) =>
        row.Faulty ? row.Good > 0 ? "partial" : "rejected"
        : row.Added + row.Superseded > 0 ? "accepted" : "unchanged";

    private static FaultFound Found(FaultRow row)
    {
        var rule = Rules.Named(row.Rule);
        return new(
            row.File, row.Unit, row.FileName, row.Sheet, row.Cell, row.SourceRow, row.Round, row.District, row.Indicator, row.Rater, row.Expert,
            row.Value, rule.Name, rule.SeverityName, rule.Zh(row.Value, row.Expected, row.Detail), rule.En(row.Value, row.ExpectedEn, row.DetailEn));
    }
}
