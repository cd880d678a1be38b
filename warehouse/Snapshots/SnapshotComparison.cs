using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Checks;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Holds a written snapshot against the store it came from, table by table.</summary>
public static class SnapshotComparison
{
    private static IEnumerable<string> Tables(DuckDBConnection connection, string database) => connection.Query<string>(
        "select table_name from duckdb_tables() where database_name = $database and not temporary order by table_name", new { database });

    /// <summary>The check <c>snapshot_equals_store</c>: a table fails when its number of rows or the sum of their hashes differs.</summary>
    public static CheckResult WithStore(DuckDBConnection connection, string store, string snapshot, TimeProvider time)
    {
        var inStore = Digests(connection, store);
        var inSnapshot = Digests(connection, snapshot);
        var different = inStore.Keys.Union(inSnapshot.Keys)
            .Where(table => inStore.GetValueOrDefault(table) != inSnapshot.GetValueOrDefault(table))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new(
            "snapshot_equals_store", true, different.Count, time.GetUtcNow(),
            "快照与来源数据库不一致", "The snapshot differs from the store it came from",
            [.. different.Select(table => $$"""{"table":"{{table}}"}""")]);
    }

    /// <summary>Rows by table.</summary>
    public static Dictionary<string, long> Counts(DuckDBConnection connection, string database) => connection
        .Query<(string Table, long Rows)>(OfEach(connection, database, "count(*)"))
        .ToDictionary(t => t.Table, t => t.Rows);

    private static Dictionary<string, string> Digests(DuckDBConnection connection, string database) => connection
        .Query<(string Table, string Digest)>(OfEach(connection, database, "concat(count(*), ':', sum(hash(t)))"))
        .ToDictionary(t => t.Table, t => t.Digest);

    private static string OfEach(DuckDBConnection connection, string database, string what) => string.Join(
        "\nunion all\n",
        Tables(connection, database).Select(table => $"select '{table}', {what} from \"{database}\".main.\"{table}\" t"));
}
