using System.Globalization;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using Npgsql;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>Runs the select of a mart where the scores are: over <c>build_score</c>, the scores in force of the rounds to build, and the catalog.</summary>
internal static class ClusterMart
{
    /// <summary>The rows of the mart, in the types of its table in <paramref name="connection"/>; each is valid until the next.</summary>
    public static IEnumerable<object?[]> Rows(ScoreCluster cluster, DuckDBConnection connection, string mart, string select, IReadOnlyList<string> rounds)
    {
        cluster.Ask(() => Prepare(cluster, connection, select, rounds));
        var types = ColumnTypes(connection, mart);
        using var command = cluster.Coordinator.Command(select);
        using var reader = cluster.AskNodes(() => command.ExecuteReader());
        while (cluster.AskNodes(reader.Read))
            yield return [.. types.Select((type, i) => reader.IsDBNull(i) ? null : Value(reader, i, type))];
    }

    /// <summary>The plan by which PostgreSQL would do it, line by line.</summary>
    public static IReadOnlyList<string> Plan(ScoreCluster cluster, DuckDBConnection connection, string select, IReadOnlyList<string> rounds)
    {
        cluster.Ask(() => Prepare(cluster, connection, select, rounds));
        return cluster.AskNodes(() => cluster.Coordinator.Query("explain (verbose, costs off) " + select, r => r.GetString(0)));
    }

    private static bool Prepare(ScoreCluster cluster, DuckDBConnection connection, string select, IReadOnlyList<string> rounds)
    {
        var coordinator = cluster.Coordinator;
        foreach (var table in CatalogTables.Names.Where(name => select.Contains(name, StringComparison.Ordinal)))
            CopyTable(coordinator, connection, table);
        // Values, not parameters: a view takes none, and only what is known when it is planned is sent on to the nodes. The server quotes them.
        var listed = coordinator.Single<string>("select coalesce(string_agg(quote_literal(r), ', '), 'null') from unnest($1) r", (object)rounds.ToArray());
        coordinator.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            create or replace temp view build_score as
            select round, district, indicator, rater, expert, points
            from learningcity.score
            where not confirms and since <= {cluster.Head} and (ended_by is null or ended_by > {cluster.Head})
                and round in ({listed})
            """));
        return true;
    }

    private static void CopyTable(NpgsqlConnection coordinator, DuckDBConnection connection, string table)
    {
        // DuckDB's names for the types of the catalog are PostgreSQL's as well.
        var columns = connection.Query<(string Name, string Type)>(
            "select column_name, data_type from duckdb_columns() where table_name = $table and not internal order by column_index", new { table }).ToList();
        coordinator.Execute($"drop table if exists pg_temp.{table}; create temp table {table} ({string.Join(", ", columns.Select(c => $"{c.Name} {c.Type}{(c.Type == "VARCHAR" ? " collate \"C\"" : "")}"))})");
        using var command = connection.CreateCommand();
        command.CommandText = $"from {table}";
        using var rows = command.ExecuteReader();
        using var importer = coordinator.BeginBinaryImport($"copy {table} from stdin (format binary)");
        while (rows.Read())
        {
            importer.StartRow();
            for (var i = 0; i < columns.Count; i++)
            {
                if (rows.IsDBNull(i))
                    importer.WriteNull();
                else
                    importer.Write(rows.GetValue(i));
            }
        }
        importer.Complete();
    }

    private static List<string> ColumnTypes(DuckDBConnection connection, string mart) => [.. connection.Query<string>(
        "select data_type from duckdb_columns() where table_name = $mart and not internal order by column_index", new { mart })];

    private static object Value(NpgsqlDataReader reader, int column, string type) => type switch
    {
        "VARCHAR" => reader.GetString(column),
        "DOUBLE" => reader.GetDouble(column),
        "INTEGER" => Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture),
        "BIGINT" => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture),
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => reader.GetDecimal(column),
        _ => throw new NotSupportedException($"A mart that runs in the cluster cannot have a column of {type}"),
    };
}
