using System.Globalization;
using Dapper;
using DuckDB.NET.Data;
using Npgsql;
using NpgsqlTypes;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>What a load has written to a cluster.</summary>
/// <param name="Rounds">The rounds that it has touched.</param>
/// <param name="Rows">Rows that it has put on the nodes.</param>
internal sealed record ScoresKept(IReadOnlyList<string> Rounds, long Rows)
{
    public static ScoresKept Nothing { get; } = new([], 0);
}

/// <summary>Writes to a cluster what a load or a retraction has changed in the tables of facts. Until the load is committed nobody sees it.</summary>
internal static class ScoreKeep
{
    // What the load brought; what a retraction put in force again; what the load only said again.
    private const string Arriving = """
        with ended as (select round, district, indicator, rater, expert from hst_score where ended_by = $load)
        select *, false from fct_score where load = $load
        union all
        select f.*, false from fct_score f semi join ended using (round, district, indicator, rater, expert) where f.load <> $load
        union all
        select *, true from cnf_score where load = $load
        """;

    private const string Ended = """
        select distinct round, district, indicator, rater, expert, ended_at, reason from hst_score where ended_by = $load
        """;

    private const string Columns =
        "round, district, indicator, rater, expert, points, source_file, sheet, cell, source_row, note, load, confirms, since";

    public static ScoresKept Write(ScoreCluster cluster, DuckDBConnection connection, int load)
    {
        var rounds = Texts(connection, $"select distinct round from ({Arriving}) union select round from ({Ended}) order by round", load);
        if (rounds.Count == 0)
            return ScoresKept.Nothing;
        var rows = 0L;
        var places = cluster.Places(Texts(connection, $"select distinct district from ({Arriving}) union select district from ({Ended})", load));
        cluster.Begin(load);
        var transactions = new NpgsqlTransaction?[cluster.Shards.Count];
        try
        {
            Copy(cluster, transactions, Rows(connection, Arriving, load), places, _ => $"copy {{0}} ({Columns}) from stdin (format binary)", (importer, row) =>
            {
                Fill(importer, row, 13);
                importer.Write(load);
                rows++;
            });
            var ending = Copy(cluster, transactions, Rows(connection, Ended, load), places, Prepare, (importer, row) => Fill(importer, row, 7));
            foreach (var shard in ending)
                shard.Execute(
                    $"""
                    update {shard.Table} s set ended_by = $1, ended_at = e.ended_at, reason = e.reason
                    from ended e
                    where s.round = e.round and s.district = e.district and s.indicator = e.indicator and s.rater = e.rater and s.expert = e.expert
                        and s.since < $1 and s.ended_by is null and not s.confirms
                    """, load);
            var expected = connection.QuerySingle<long>($"select count(*) from ({Arriving})", new { load });
            if (rows != expected)
                throw new InvalidOperationException($"{rows} of {expected} rows of load {load} were sent");
            for (var i = 0; i < transactions.Length; i++)
            {
                if (transactions[i] is { } transaction)
                    cluster.Shards[i].Ask(_ => { transaction.Commit(); return true; });
            }
            return new(rounds, rows);
        }
        finally
        {
            foreach (var transaction in transactions)
                Abandon(transaction);
        }
    }

    private static string Prepare(Shard shard)
    {
        // The name is looked for among the temporary tables first.
        shard.Execute("""
            create temp table if not exists ended (
                round text collate "C", district text collate "C", indicator text collate "C", rater text collate "C", expert text collate "C",
                ended_at timestamp, reason text
            ) on commit drop
            """);
        return "copy ended from stdin (format binary)";
    }

    /// <summary>Sends each row to the shard that holds its district, all shards at once, each in a transaction of its own.</summary>
    /// <param name="statement">The COPY of a shard; {0} stands for its table.</param>
    /// <returns>The shards that had any.</returns>
    private static List<Shard> Copy(
        ScoreCluster cluster, NpgsqlTransaction?[] transactions, IEnumerable<DuckDBDataReader> rows, IReadOnlyDictionary<string, int> places,
        Func<Shard, string> statement, Action<NpgsqlBinaryImporter, DuckDBDataReader> write)
    {
        var importers = new NpgsqlBinaryImporter?[cluster.Shards.Count];
        try
        {
            foreach (var row in rows)
            {
                var at = places[row.GetString(1)];
                var shard = cluster.Shards[at];
                ClusterFaults.During(shard.Address, () =>
                {
                    if (importers[at] is not { } importer)
                    {
                        transactions[at] ??= shard.Ask(c => c.BeginTransaction());
                        var copy = string.Format(CultureInfo.InvariantCulture, statement(shard), shard.Table);
                        importers[at] = importer = shard.Ask(c => c.BeginBinaryImport(copy));
                    }
                    importer.StartRow();
                    write(importer, row);
                    return true;
                });
            }
            for (var i = 0; i < importers.Length; i++)
            {
                if (importers[i] is { } importer)
                    cluster.Shards[i].Ask(_ => importer.Complete());
            }
        }
        finally
        {
            foreach (var importer in importers)
                Abandon(importer);
        }
        return [.. cluster.Shards.Where((_, i) => importers[i] is not null)];
    }

    private static void Fill(NpgsqlBinaryImporter importer, DuckDBDataReader row, int columns)
    {
        for (var i = 0; i < columns; i++)
        {
            if (row.IsDBNull(i))
                importer.WriteNull();
            else if (row.GetFieldType(i) is var type && type == typeof(string))
                importer.Write(row.GetString(i), NpgsqlDbType.Text);
            else if (type == typeof(decimal))
                importer.Write(row.GetDecimal(i), NpgsqlDbType.Numeric);
            else if (type == typeof(int))
                importer.Write(row.GetInt32(i), NpgsqlDbType.Integer);
            else if (type == typeof(long))
                importer.Write(row.GetInt64(i), NpgsqlDbType.Bigint);
            else if (type == typeof(bool))
                importer.Write(row.GetBoolean(i), NpgsqlDbType.Boolean);
            else
                importer.Write(row.GetDateTime(i), NpgsqlDbType.Timestamp);
        }
    }

    private static IEnumerable<DuckDBDataReader> Rows(DuckDBConnection connection, string sql, int load)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        command.Parameters.Add(new DuckDBParameter("load", load));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader;
    }

    private static List<string> Texts(DuckDBConnection connection, string sql, int load) => [.. connection.Query<string>(sql, new { load })];

    /// <summary>What was not completed is undone by the server; one that is gone has undone it already.</summary>
    private static void Abandon(IDisposable? open)
    {
        try
        {
            open?.Dispose();
        }
        catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
        {
            Serilog.Log.Debug(e, "A server was gone before it could be told to undo");
        }
    }
}
