using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Serilog;

namespace LearningCity.Warehouse.Marts;

/// <summary>Brings the marts of a store up to its scores. Each mart is a transaction of its own: DuckDB plans badly over large uncommitted tables.
/// Cut off between two, the next build starts over, because only <see cref="Remember"/> says that the marts are up to date.</summary>
public static class MartBuilder
{
    private const string DefinitionKey = "marts_definition";

    /// <summary>Rebuilds what changed since the last time; all when the catalog or a definition changed.</summary>
    /// <param name="cluster">Where the scores are, when the store's are a copy: marts that say so are computed there.</param>
    /// <returns>Rounds whose scores changed, oldest first.</returns>
    public static IReadOnlyList<string> Build(DuckDBConnection connection, IReadOnlyList<MartFile> marts, ScoreCluster? cluster = null)
    {
        var catalog = CatalogTables.Read(connection);
        var definition = Definition(connection, marts);
        var everything = connection.QuerySingleOrDefault<string>(
            "select value from meta_store where key = $key", new { key = DefinitionKey }) != definition;
        if (everything)
            Recreate(connection, marts);
        connection.Execute("create or replace temp table build_round (round varchar)");
        foreach (var file in Embedded.In("sql/build"))
            connection.Execute(Embedded.Text(file));

        var order = catalog.Rounds.Select((r, n) => (r.Code, n)).ToDictionary(r => r.Code, r => r.n);
        var changed = RoundStates.Changed(connection, everything).Where(order.ContainsKey).OrderBy(r => order[r]).ToList();
        var input = new MartInput(connection, catalog, changed, new()) { Cluster = cluster };
        foreach (var mart in marts.Where(m => PhaseOf(m) == Phase.Sets))
            BuildOne(input, mart, everything);
        foreach (var round in changed)
        {
            foreach (var mart in marts.Where(m => PhaseOf(m) == Phase.Rounds))
                BuildOne(input with { Rounds = [round] }, mart, everything);
            input.Memory.Close(round, WithheldMart.Own(input with { Rounds = [round] }, round));
        }
        foreach (var mart in marts.Where(m => PhaseOf(m) == Phase.Later))
            BuildOne(input, mart, everything);
        Name(connection, changed);
        return changed;
    }

    /// <summary>Marts in SQL for all changed rounds at once; then what C# computes of each round, a round at a time so that memory holds one; then what looks back.
    /// </summary>
    internal static Phase PhaseOf(MartFile mart) =>
        mart.Rebuild == Rebuild.Later ? Phase.Later : mart.Rebuild == Rebuild.Own && mart.Computed is not null ? Phase.Rounds : Phase.Sets;

    /// <summary>Notes that the marts are up to date with scores and catalog. The caller holds the transaction.</summary>
    public static void Remember(DuckDBConnection connection, IReadOnlyList<MartFile> marts)
    {
        RoundStates.Remember(connection);
        var definition = Definition(connection, marts);
        connection.Execute("delete from meta_store where key = $key", new { key = DefinitionKey });
        connection.Execute("insert into meta_store values ($key, $definition)", new { key = DefinitionKey, definition });
    }

    /// <summary>Names the rounds whose scores the checks look at: those of the others were checked when they changed.</summary>
    public static void Name(DuckDBConnection connection, IEnumerable<string> rounds)
    {
        connection.Execute("create or replace temp table changed_round (round varchar)");
        connection.Execute("insert into changed_round values ($round)", rounds.Select(round => new { round }));
    }

    /// <param name="input">Its rounds are those that changed, or the one of them that is built.</param>
    private static void BuildOne(MartInput input, MartFile mart, bool everything)
    {
        var start = Stopwatch.GetTimestamp();
        Fill(input, mart, everything);
        Log.Debug("Built {Mart} of {Rounds} in {Milliseconds:0} ms", mart.Name, input.Rounds, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Fill(MartInput input, MartFile mart, bool everything)
    {
        var (connection, changed) = (input.Connection, input.Rounds);
        if (mart.Rebuild == Rebuild.Catalog)
        {
            if (everything)
                Compute(mart, input with { Rounds = [] });
            return;
        }
        if (changed.Count == 0)
            return;
        IReadOnlyList<string> rounds = mart.Rebuild == Rebuild.Own
            ? changed
            : [.. input.Catalog.Rounds.Select(r => r.Code).SkipWhile(r => r != changed[0])];
        using var transaction = connection.BeginTransaction();
        connection.Execute("delete from build_round");
        connection.Execute("insert into build_round values ($round)", rounds.Select(round => new { round }));
        if (!everything)
        {
            var kept = mart.Keeps is null ? "" : $" and (round in $changed or not ({mart.Keeps}))";
            connection.Execute($"delete from {mart.Name} where round in (select round from build_round){kept}", kept.Length == 0 ? null : new { changed });
        }
        if (mart is { BesideScores: true, Select: { } text } && input.Cluster is { } cluster)
            Rows.Stream(connection, mart.Name, ClusterMart.Rows(cluster, connection, mart.Name, text, rounds));
        else if (mart.Select is { } select)
            connection.Execute($"insert into {mart.Name}\n{select}");
        else
            Compute(mart, input with { Rounds = rounds });
        transaction.Commit();
    }

    internal enum Phase
    {
        Sets,
        Rounds,
        Later,
    }

    private static void Compute(MartFile mart, MartInput input)
    {
        if (!ComputedMarts.All.TryGetValue(mart.Computed!, out var compute))
            throw new InvalidOperationException($"{mart.Name} is computed by {mart.Computed}, which does not exist");
        Rows.Append(input.Connection, mart.Name, compute(input));
    }

    /// <summary>Empties the marts; makes anew those whose table has changed, and drops those that are no more.</summary>
    private static void Recreate(DuckDBConnection connection, IReadOnlyList<MartFile> marts)
    {
        using var transaction = connection.BeginTransaction();
        var there = connection.Query<string>(
            "select table_name from duckdb_tables() where not temporary and table_name like 'rpt\\_%' escape '\\'").ToHashSet();
        foreach (var table in there.Except(marts.Select(m => m.Name)))
            connection.Execute($"drop table {table}");
        foreach (var mart in marts)
        {
            var (key, hash) = ("table:" + mart.Name, Hash(mart.Table));
            if (there.Contains(mart.Name) && connection.QuerySingleOrDefault<string>("select value from meta_store where key = $key", new { key }) == hash)
            {
                connection.Execute($"delete from {mart.Name}");
                continue;
            }
            connection.Execute($"drop table if exists {mart.Name}; {mart.Table}");
            connection.Execute("delete from meta_store where key = $key", new { key });
            connection.Execute("insert into meta_store values ($key, $hash)", new { key, hash });
        }
        transaction.Commit();
    }

    /// <summary>Changes when a mart, a helper, the catalog or the set of frameworks in use changes: then no mart can be kept.</summary>
    private static string Definition(DuckDBConnection connection, IReadOnlyList<MartFile> marts)
    {
        var text = new StringBuilder();
        foreach (var mart in marts)
            text.Append(mart.Name).Append(mart.Rebuild).Append(mart.Computed).Append(mart.Table).Append(mart.Select);
        foreach (var file in Embedded.In("sql/build"))
            text.Append(Embedded.Text(file));
        text.Append(StoreFingerprint.Catalog(connection));
        text.AppendJoin(',', connection.Query<string>("""
            select distinct r.framework from fct_score join dim_round r using (round) order by r.framework
            """));
        return Hash(text.ToString());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
