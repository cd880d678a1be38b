using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Checks;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Holds a written snapshot against the store it came from, table by table.</summary>
public static class SnapshotComparison
{
    public static IReadOnlyList<string> Tables(DuckDBConnection connection, string database) => [.. connection.Query<string>(
        "select table_name from duckdb_tables() where database_name = $database and not temporary order by table_name", new { database })];

    /// <summary>The check <c>snapshot_equals_store</c>: a table fails when its number of rows or the sum of their hashes differs.</summary>
    public static CheckResult WithStore(DuckDBConnection connection, string store, string snapshot, TimeProvider time)
    {
        var inStore = Tables(connection, store).ToHashSet();
        var inSnapshot = Tables(connection, snapshot).ToHashSet();
        var different = inStore.Union(inSnapshot)
            .Where(table => !inStore.Contains(table) || !inSnapshot.Contains(table)
                || Digest(connection, store, table) != Digest(connection, snapshot, table))
            .ToList();
        return new(
            "snapshot_equals_store", true, different.Count, time.GetUtcNow(),
            "快照与来源数据库不一致", "The snapshot differs from the store it came from",
            [.. different.Select(table => $$"""{"table":"{{table}}"}""")]);
    }

    private static string Digest(DuckDBConnection connection, string database, string table) =>
        connection.QuerySingle<string>($"select concat(count(*), ':', sum(hash(t))) from \"{database}\".main.\"{table}\" t");
}
