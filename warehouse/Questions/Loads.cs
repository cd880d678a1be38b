using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One run of the loader.</summary>
/// <param name="Command">load or retract.</param>
/// <param name="RetractedBy">The load that took it back out; null otherwise.</param>
public sealed record LoadRow(
    int Load, string Command, DateTimeOffset StartedAt, DateTimeOffset FinishedAt,
    int Files, int FilesRejected, int UnitsAccepted, int UnitsRejected,
    long ScoresAdded, long ScoresSuperseded, long ScoresUnchanged, long RowsRejected, int? RetractedBy);

/// <summary>One source file of a load.</summary>
/// <param name="SourceFile">SHA-256 of its content.</param>
public sealed record SourceFileRow(
    int Load, string SourceFile, string FileName, string Path, string Extension, long Bytes, string Kind, string Outcome);

/// <summary>What was loaded when? Newest first.</summary>
public static class Loads
{
    public static Answer<LoadRow> Ask(SnapshotReader s, int? load = null) => new(s.Info.Id, null, s.Query<LoadRow>("""
        select load, command, started_at, finished_at, files, files_rejected, units_accepted, units_rejected,
            scores_added, scores_superseded, scores_unchanged, rows_rejected, retracted_by
        from log_load
        where $load::integer is null or load = $load
        order by load desc
        """, new { load }));

    /// <summary>The files of one load, by name; without a load, of all.</summary>
    public static Answer<SourceFileRow> Files(SnapshotReader s, int? load = null) => new(s.Info.Id, null, s.Query<SourceFileRow>("""
        select load, source_file, file_name, path, extension, bytes, kind, outcome
        from log_source_file
        where $load::integer is null or load = $load
        order by load desc, path, source_file
        """, new { load }));

    /// <summary>A file by its content, under the name it last came with; null when no load has read it.</summary>
    public static SourceFileRow? File(SnapshotReader s, string sha256) => s.Query<SourceFileRow>("""
        select load, source_file, file_name, path, extension, bytes, kind, outcome
        from log_source_file
        where source_file = $sha256
        order by load desc, path
        limit 1
        """, new { sha256 }) is [var file, ..] ? file : null;
}
