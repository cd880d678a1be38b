using Npgsql;
using Serilog;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>The tables of a cluster, and how scores are spread over its servers by district: so that all scores of a result lie on one.</summary>
internal static class ClusterSchema
{
    /// <summary>Raised when the tables in sql/cluster change in a way that an older cluster must be migrated for.</summary>
    public const int Version = 1;

    private const string Table = "learningcity.score";

    // More parts than nodes: one can be moved to a node that comes later.
    private const int PartsPerNode = 2;

    /// <summary>Whether scores are kept there.</summary>
    /// <exception cref="ClusterException">Something else is.</exception>
    public static bool Exists(ScoreCluster cluster)
    {
        var (schema, store) = cluster.Coordinator.Query(
            "select to_regnamespace('learningcity') is not null, to_regclass('learningcity.store') is not null", r => (r.GetBoolean(0), r.GetBoolean(1))).Single();
        if (schema && !store && Objects(cluster.Coordinator) > 0)
            throw Foreign(cluster.Address);
        return store;
    }

    /// <summary>Makes the tables: distributed where Citus is, else in hash partitions on the foreign servers, else on the one server there is.</summary>
    public static void Create(ScoreCluster cluster)
    {
        var coordinator = cluster.Coordinator;
        // The function that Citus brings, found as anyone would call it.
        var citus = coordinator.Single<string>(
            "select n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proname = 'create_distributed_table' limit 1");
        var servers = coordinator.Query(
            """
            select s.srvname from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
            where w.fdwname = 'postgres_fdw' and has_server_privilege(s.oid, 'usage') order by s.srvname
            """, r => r.GetString(0));
        var layout = citus is not null ? "citus" : servers.Count > 0 ? "partitions" : "single";
        var parts = layout == "partitions" ? servers.Count * PartsPerNode : 1;
        var places = Nodes(cluster, layout, servers, parts);
        foreach (var node in places)
            CreatePart(node);
        using var transaction = coordinator.BeginTransaction();
        coordinator.Execute(Embedded.Text("sql/cluster/10_store.sql"));
        coordinator.Execute(ScoreTable(Table, layout == "partitions" ? "partition by hash (district)" : ""));
        foreach (var (node, part) in places.Select((n, i) => (n, i)))
            coordinator.Execute($"""
                create foreign table {Table}_{part} partition of {Table} for values with (modulus {parts}, remainder {part})
                server {Quoted(node.Server!)} options (schema_name 'learningcity', table_name 'score_{part}')
                """);
        if (layout != "partitions")
            coordinator.Execute(Index(Table));
        if (citus is not null)
            coordinator.Execute($"select {Quoted(citus)}.create_distributed_table('{Table}', 'district')");
        coordinator.Execute(Embedded.Text("sql/cluster/30_views.sql"));
        coordinator.Execute("insert into learningcity.store values ($1, $2, $3, $4)", Guid.NewGuid(), Version, layout, parts);
        transaction.Commit();
        Log.Information("Made the tables of scores at {Address}: {Layout}, {Parts} parts on {Servers}", cluster.Address.ToString(), layout, parts, servers);
    }

    /// <summary>The parts as they lie now: an administrator may have moved one.</summary>
    public static IReadOnlyList<Shard> Shards(ScoreCluster cluster, int parts)
    {
        if (cluster.Layout != "partitions")
            return [new(cluster.Address, Table, null)];
        var servers = cluster.Coordinator.Query(
            "select c.relname, s.srvname from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_foreign_server s on s.oid = f.ftserver where c.relnamespace = 'learningcity'::regnamespace",
            r => (r.GetString(0), r.GetString(1))).ToDictionary(t => t.Item1, t => t.Item2);
        return [.. Enumerable.Range(0, parts).Select(part => ShardOn(cluster, servers[$"score_{part}"], part))];
    }

    private static List<Shard> Nodes(ScoreCluster cluster, string layout, List<string> servers, int parts) =>
        layout != "partitions" ? [] : [.. Enumerable.Range(0, parts).Select(part => ShardOn(cluster, servers[part % servers.Count], part))];

    private static Shard ShardOn(ScoreCluster cluster, string server, int part)
    {
        var options = cluster.Coordinator.Single<string[]>("select coalesce(srvoptions, '{}') from pg_foreign_server where srvname = $1", server)
            .Select(o => o.Split('=', 2)).ToDictionary(o => o[0], o => o[1]);
        return new(
            cluster.Address.At(options.GetValueOrDefault("host"), options.GetValueOrDefault("port"), options.GetValueOrDefault("dbname")),
            $"{Table}_{part}", server);
    }

    /// <summary>Makes a part on its node. An empty one of an attempt that failed is taken.</summary>
    private static void CreatePart(Shard node) => node.Ask(connection =>
    {
        if (connection.Single<bool>("select to_regclass($1) is not null", node.Table))
        {
            if (connection.Single<bool>($"select exists (select from {node.Table})"))
                throw Foreign(node.Address);
            connection.Execute($"drop table {node.Table}");
        }
        return connection.Execute($"create schema if not exists learningcity; {ScoreTable(node.Table, "")} {Index(node.Table)}");
    });

    private static string ScoreTable(string name, string partitions) => Embedded.Text("sql/cluster/20_score.sql")
        .Replace("$table", name, StringComparison.Ordinal).Replace("$partitions", partitions, StringComparison.Ordinal);

    // A load asks for the scores of the units that it touches.
    private static string Index(string table) => $"create index on {table} (district, round);";

    private static long Objects(NpgsqlConnection connection) =>
        connection.Single<long>("select count(*) from pg_class where relnamespace = 'learningcity'::regnamespace");

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static ClusterException Foreign(ClusterAddress at) => new(
        ClusterFault.WrongUse,
        $"{at} 中已有名为 learningcity 的模式，但不是由空的数据目录建立的得分库：请换一个数据库，什么也没有改动",
        $"{at} already has a schema learningcity that holds something else: use another database; nothing was changed");
}
