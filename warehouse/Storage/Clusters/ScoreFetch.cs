using System.Runtime.InteropServices;
using Dapper;
using DuckDB.NET.Data;
using Npgsql;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>Brings scores from a cluster into the tables of the same names in DuckDB.</summary>
internal static class ScoreFetch
{
    private static readonly string[] Tables = ["fct_score", "hst_score", "cnf_score"];

    /// <summary>Replaces the scores of these rounds in the store by those that count now. The caller holds the transaction.</summary>
    /// <returns>Rows fetched, by the load that put them there.</returns>
    public static IReadOnlyDictionary<int, long> Rounds(ScoreCluster cluster, DuckDBConnection connection, IReadOnlyList<string> rounds)
    {
        foreach (var table in Tables)
            connection.Execute($"delete from {table} where round in $rounds", new { rounds });
        return Fetch(cluster, table => connection.CreateAppender(table), "where round = any($2) and since <= $1", [rounds.ToArray()]);
    }

    /// <summary>Lays the scores of some units into temporary tables that stand before those of the store, until they are disposed of.</summary>
    public static IDisposable Units(ScoreCluster cluster, DuckDBConnection connection, IReadOnlyList<(string Round, string District)> units)
    {
        var store = connection.QuerySingle<string>("select current_database()");
        foreach (var table in Tables)
            connection.Execute($"create or replace temp table {table} as from \"{store}\".main.{table} limit 0");
        var laid = new Laid(connection);
        try
        {
            if (units.Count > 0)
                Fetch(
                    cluster, table => connection.CreateAppender("temp", "main", table),
                    "join (select unnest($2) as round, unnest($3) as district) wanted using (round, district) where since <= $1",
                    [units.Select(u => u.Round).ToArray(), units.Select(u => u.District).ToArray()]);
            return laid;
        }
        catch
        {
            laid.Dispose();
            throw;
        }
    }

    /// <summary>Units that have a score in force that a load brought.</summary>
    public static IReadOnlyList<(string Round, string District)> UnitsOf(ScoreCluster cluster, int load) => [.. cluster.Shards.SelectMany(shard => shard.Ask(c => c.Query(
        $"select distinct round, district from {shard.Table} where load = $1 and not confirms and since <= $2 and (ended_by is null or ended_by > $2)",
        r => (r.GetString(0), r.GetString(1)), load, cluster.Head)))];

    private static Dictionary<int, long> Fetch(ScoreCluster cluster, Func<string, DuckDBAppender> appender, string which, object[] parameters)
    {
        var fetched = new Dictionary<int, long>();
        using var inForce = appender(Tables[0]);
        using var earlier = appender(Tables[1]);
        using var confirmed = appender(Tables[2]);
        foreach (var shard in cluster.Shards)
        {
            shard.Ask(connection =>
            {
                using var command = connection.Command(
                    $"""
                    select round, district, indicator, rater, expert, points, source_file, sheet, cell, source_row, note, load,
                        confirms, case when ended_by <= $1 then ended_by end, ended_at, reason, since
                    from {shard.Table} {which}
                    """, [cluster.Head, .. parameters]);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    var (confirms, ended) = (reader.GetBoolean(12), !reader.IsDBNull(13));
                    var row = Filled((confirms ? confirmed : ended ? earlier : inForce).CreateRow(), reader);
                    if (ended)
                        row.AppendValue(reader.GetInt32(13)).AppendValue(reader.GetDateTime(14)).AppendValue(reader.GetString(15));
                    row.EndRow();
                    CollectionsMarshal.GetValueRefOrAddDefault(fetched, reader.GetInt32(16), out _)++;
                }
                return true;
            });
        }
        return fetched;
    }

    /// <summary>The columns that all three tables share.</summary>
    private static IDuckDBAppenderRow Filled(IDuckDBAppenderRow row, NpgsqlDataReader reader)
    {
        for (var i = 0; i < 5; i++)
            row.AppendValue(reader.GetString(i));
        row.AppendValue(reader.GetDecimal(5)).AppendValue(reader.GetString(6)).AppendValue(Text(reader, 7)).AppendValue(Text(reader, 8));
        row.AppendValue(reader.IsDBNull(9) ? null : reader.GetInt64(9));
        return row.AppendValue(Text(reader, 10)).AppendValue(reader.GetInt32(11));
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private sealed class Laid(DuckDBConnection connection) : IDisposable
    {
        public void Dispose()
        {
            foreach (var table in Tables)
                connection.Execute($"drop table if exists temp.main.{table}");
        }
    }
}
