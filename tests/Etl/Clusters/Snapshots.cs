using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>Looks into what is published.</summary>
internal static class Snapshots
{
    // When it happened, and where the files lay: the same in two folders only by chance.
    private static readonly string[] OfTheMoment = ["started_at", "finished_at", "ended_at", "checked_at", "path"];

    public static string? Current(DataFolder folder) => CurrentFile.Read(folder)?.Snapshot.Id;

    /// <summary>Tables in which the two current snapshots differ, with the number of rows that only one of them has, to the last digit.</summary>
    public static IReadOnlyList<string> Differences(DataFolder one, DataFolder other)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (var (folder, name) in new[] { (one, "one"), (other, "other") })
            connection.Execute($"attach '{folder.SnapshotFile(Current(folder)!)}' as {name} (read_only)");
        var tables = connection.Query<(string Table, string Columns)>($"""
            select table_name, string_agg('"' || column_name || '"', ', ' order by column_index)
            from duckdb_columns()
            where database_name = 'one' and table_name not like 'meta\_%' escape '\' and column_name not in ({string.Join(", ", OfTheMoment.Select(c => $"'{c}'"))})
            group by table_name
            """).ToList();
        tables.Count.ShouldBeGreaterThan(30);
        return [.. tables.Select(t => (t.Table, Rows: connection.QuerySingle<long>($"""
            select count(*) from (
                (select {t.Columns} from one.{t.Table} except all select {t.Columns} from other.{t.Table})
                union all
                (select {t.Columns} from other.{t.Table} except all select {t.Columns} from one.{t.Table})
            )
            """))).Where(t => t.Rows > 0).Select(t => $"{t.Table}: {t.Rows}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Scores in force in the current snapshot, one a line.</summary>
    public static IReadOnlyList<string> Scores(DataFolder folder) => Query<string>(folder, """
        select concat_ws(' ', round, district, indicator, rater, case when expert = '' then '-' else expert end, points) from fct_score order by all
        """);

    public static IReadOnlyList<T> Query<T>(DataFolder folder, string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={folder.SnapshotFile(Current(folder)!)};ACCESS_MODE=READ_ONLY");
        connection.Open();
        return [.. connection.Query<T>(sql)];
    }
}
