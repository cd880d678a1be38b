namespace LearningCity.Warehouse.Snapshots;

/// <summary>What <c>current.json</c> and the list of snapshots say of one published file.</summary>
/// <param name="Id">UTC time and the first eight hex digits of the content hash: <c>20261103T021500Z-7c1e90ab</c>.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Load">The last load that the snapshot contains; 0 when none.</param>
/// <param name="Sample">Whether the scores are the synthetic sample; pages, exports and reports then carry 示例数据.</param>
/// <param name="Rows">Row count by table.</param>
public sealed record SnapshotInfo(
    string Id, string Sha256, DateTimeOffset PublishedAt, int Load, bool Sample,
    IReadOnlyList<string> Rounds, IReadOnlyDictionary<string, long> Rows,
    int ChecksFailed, int ChecksWarned);
