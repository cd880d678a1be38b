using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One value that a score has or had, with the place it came from.</summary>
/// <param name="Expert">Empty for self scores and the panel's consolidated score.</param>
/// <param name="InForce">Whether it is the value now; earlier ones say when and by what they ended.</param>
/// <param name="SourceFile">SHA-256 of the file; with <paramref name="Extension"/> its name in the archive.</param>
/// <param name="Note">What was normalised on the way in; null when nothing was.</param>
/// <param name="EndReason">superseded or retracted.</param>
public sealed record LineageRow(
    string Round, string District, string Indicator, string Rater, string Expert, decimal Points, bool InForce,
    string SourceFile, string? FileName, string? Extension, string? Sheet, string? Cell, long? SourceRow, string? Note,
    int Load, DateTimeOffset? LoadedAt, int? EndedBy, DateTimeOffset? EndedAt, string? EndReason);

/// <summary>Where does a score come from, and what was it before? By rater and expert; the value in force first, then the latest.</summary>
public static class Lineage
{
    private const string Sql = """
        with value as (
            select round, district, indicator, rater, expert, points, true as in_force, source_file, sheet, cell, source_row, note,
                load, null::integer as ended_by, null::timestamp as ended_at, null::varchar as end_reason
            from fct_score
            where round = $round and district = $district and indicator = $indicator
            union all
            select round, district, indicator, rater, expert, points, false, source_file, sheet, cell, source_row, note,
                load, ended_by, ended_at, reason
            from hst_score
            where round = $round and district = $district and indicator = $indicator
        )
        select
            v.round, v.district, v.indicator, v.rater, v.expert, v.points, v.in_force,
            v.source_file, f.file_name, f.extension, v.sheet, v.cell, v.source_row, v.note,
            v.load, l.finished_at as loaded_at, v.ended_by, v.ended_at, v.end_reason
        from value v
        left join log_load l using (load)
        left join (
            select load, source_file, any_value(file_name order by file_name) as file_name, any_value(extension order by file_name) as extension
            from log_source_file
            group by load, source_file
        ) f on f.load = v.load and f.source_file = v.source_file
        order by v.rater desc, v.expert, v.in_force desc, v.ended_by desc, v.load desc
        """;

    public static Answer<LineageRow> Ask(SnapshotReader s, string round, string district, string indicator) =>
        new(s.Info.Id, round, s.Query<LineageRow>(Sql, new { round, district, indicator }));
}
