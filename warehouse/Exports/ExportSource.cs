using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Exports;

/// <summary>The file that an export is taken from, and the snapshot it belongs to.</summary>
/// <param name="Path">A published snapshot, or a copy of one from which something was left out.</param>
public sealed record ExportSource(SnapshotInfo Info, string Path)
{
    /// <summary>The file's name in an export of the whole file.</summary>
    public string FileName { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>What was left out or replaced, in both languages; null for the snapshot as it is.</summary>
    public string? Note { get; init; }
}
