namespace LearningCity.Warehouse.Snapshots;

/// <summary>A snapshot of an earlier version of this program lacks a table or column that a question needs; publishing again mends it.</summary>
public sealed class OutdatedSnapshotException(string snapshot, Exception cause)
    : Exception(
        $"快照 {snapshot} 由较早版本的程序发布，缺少所需的表或列，请重新发布 | Snapshot {snapshot} was published by an earlier version of this program and lacks a table or column; publish again",
        cause)
{
    public string Snapshot { get; } = snapshot;
}
