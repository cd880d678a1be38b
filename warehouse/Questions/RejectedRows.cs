using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One thing that the loader sent back, warned of or noted, with its place.</summary>
/// <param name="District">Code, or the text as found where no district was recognised.</param>
/// <param name="Value">As found.</param>
/// <param name="Severity">reject, warn or note.</param>
public sealed record RejectedRow(
    int Load, string SourceFile, string FileName, string? Sheet, string? Cell, long? SourceRow,
    string? Round, string? District, string? Indicator, string? Rater, string? Expert, string? Value,
    string Rule, string Severity, string MessageZh, string MessageEn);

/// <summary>What was not accepted, and why? Newest load first, then file and place.</summary>
public static class RejectedRows
{
    public static Answer<RejectedRow> Ask(
        SnapshotReader s, int? load = null, string? round = null, string? district = null, string? severity = null) =>
        new(s.Info.Id, round, s.Query<RejectedRow>("""
            select load, source_file, file_name, sheet, cell, source_row,
                round, district, indicator, rater, expert, value, rule, severity, message_zh, message_en
            from log_rejected_row
            where ($load::integer is null or load = $load)
                and ($round::varchar is null or round = $round)
                and ($district::varchar is null or district = $district)
                and ($severity::varchar is null or severity = $severity)
            order by load desc, file_name, sheet, source_row, cell, rule
            """, new { load, round, district, severity }));
}
