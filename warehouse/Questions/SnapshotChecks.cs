using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>What one check found when the snapshot was published.</summary>
/// <param name="Severity">block or warn.</param>
/// <param name="Examples">Some of the failing rows as a JSON array; null when it passed.</param>
public sealed record CheckRow(
    string CheckName, string Severity, long RowsFailed, DateTimeOffset CheckedAt, string MessageZh, string MessageEn, string? Examples);

/// <summary>What was checked before publication, and what was found? Failures first.</summary>
public static class SnapshotChecks
{
    public static Answer<CheckRow> Ask(SnapshotReader s) => new(s.Info.Id, null, s.Query<CheckRow>("""
        select check_name, severity, rows_failed, checked_at, message_zh, message_en, examples
        from log_check
        order by rows_failed = 0, severity, check_name
        """));
}
