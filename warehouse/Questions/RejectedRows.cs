using LearningCity.Warehouse.Access;
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

/// <summary>How many rows of a load a rule sent back, warned of or noted.</summary>
public sealed record RejectedCount(int Load, string Rule, string Severity, long Rows);

/// <summary>What was not accepted, and why? Newest load first, then file and place.</summary>
public static class RejectedRows
{
    private const string Whole = """
        with found as (
            select load, source_file, file_name, sheet, cell, source_row,
                round, district, indicator, rater, expert, value, rule, severity, message_zh, message_en
            from log_rejected_row
        )
        """;

    /// <summary>For viewers who are not told where scores came from: which rule, in its own words, and whose score.</summary>
    private const string WithoutPlace = """
        with found as (
            select load, '' as source_file, '' as file_name, null::varchar as sheet, null::varchar as cell, null::bigint as source_row,
                round, district, indicator, rater, expert, null::varchar as value, l.rule, l.severity,
                coalesce(r.message_zh, l.rule) as message_zh, coalesce(r.message_en, l.rule) as message_en
            from log_rejected_row l
            left join log_rule r using (rule)
        )
        """;

    private const string Rows = """

        select load, source_file, file_name, sheet, cell, source_row,
            round, district, indicator, rater, expert, value, rule, severity, message_zh, message_en
        from found
        where ($load::integer is null or load = $load)
            and ($round::varchar is null or round = $round)
            and ($district::varchar is null or district = $district)
            and ($severity::varchar is null or severity = $severity)
            and ($rule::varchar is null or rule = $rule)
        order by load desc, file_name, sheet, source_row, cell, rule
        limit $limit offset $offset
        """;

    /// <param name="limit">The most rows to answer with.</param>
    /// <param name="offset">Rows to leave out at the beginning.</param>
    public static Answer<RejectedRow> Ask(
        SnapshotReader s, int? load = null, string? round = null, string? district = null, string? severity = null,
        string? rule = null, long limit = long.MaxValue, long offset = 0) =>
        new(s.Info.Id, round, s.Query<RejectedRow>((s.Viewer == Viewer.All ? Whole : WithoutPlace) + Rows, new { load, round, district, severity, rule, limit, offset }));

    /// <summary>Counts by load, rule and severity: newest load first, what was sent back before what was only noted, most frequent first.</summary>
    /// <param name="district">Only of this district; null for all.</param>
    public static Answer<RejectedCount> Count(SnapshotReader s, string? district = null) => new(s.Info.Id, null, s.Query<RejectedCount>("""
        select load, rule, severity, count(*) as rows
        from log_rejected_row
        where ($district::varchar is null or district = $district)
        group by load, rule, severity
        order by load desc, list_position(['reject', 'warn', 'note'], severity), rows desc, rule
        """, new { district }));
}
