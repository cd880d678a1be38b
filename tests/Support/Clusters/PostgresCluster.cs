using System.Globalization;
using LearningCity.Warehouse.Storage.Clusters;
using Npgsql;

namespace LearningCity.Tests.Support.Clusters;

/// <summary>Three servers, a coordinator and two data nodes, and databases on them for one test after the other.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly TempFolder folder = new();
    private int databases;

    public PostgresCluster()
    {
        var template = PostgresServer.Initialise(folder.Path);
        Coordinator = PostgresServer.Start(template, folder.File("coordinator"));
        Nodes = [PostgresServer.Start(template, folder.File("node1")), PostgresServer.Start(template, folder.File("node2"))];
    }

    public PostgresServer Coordinator { get; }

    public IReadOnlyList<PostgresServer> Nodes { get; }

    public IEnumerable<PostgresServer> All => Nodes.Prepend(Coordinator);

    /// <summary>An empty database of the same name on all servers, which the coordinator knows as its nodes.</summary>
    /// <param name="nodes">Without, the coordinator is a server alone.</param>
    public PostgresDatabase Database(bool nodes = true)
    {
        foreach (var server in All)
            server.Restart();
        var name = string.Create(CultureInfo.InvariantCulture, $"city{++databases}");
        foreach (var server in nodes ? All : [Coordinator])
            Execute(server, "postgres", $"create database {name} encoding 'UTF8' template template0 strategy file_copy");
        if (nodes)
        {
            Execute(Coordinator, name, "create extension postgres_fdw");
            foreach (var (node, n) in Nodes.Select((node, i) => (node, i + 1)))
                Execute(Coordinator, name, $"""
                    create server node{n} foreign data wrapper postgres_fdw
                        options (host '127.0.0.1', port '{node.Port}', dbname '{name}', async_capable 'true', fetch_size '10000');
                    create user mapping for current_user server node{n} options (user '{PostgresServer.User}', password '{PostgresServer.Password}')
                    """);
        }

        return new PostgresDatabase(this, name);
    }

    /// <summary>A user with the password of all, and no right but to log in.</summary>
    public void AddUser(string name)
    {
        foreach (var server in All)
            Execute(server, "postgres", $"create user {name} password '{PostgresServer.Password}'");
    }

    /// <summary>A password file as libpq's, with the right password for all but one.</summary>
    public string WritePasswords(string butOne)
    {
        var path = folder.File("pgpass");
        File.WriteAllText(path, $"*:*:*:{butOne}:wrong\n*:*:*:*:{PostgresServer.Password}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    public void Dispose()
    {
        foreach (var server in All)
            server.Dispose();
        folder.Dispose();
    }

    internal static void Execute(PostgresServer server, string database, string sql)
    {
        using var connection = Open(server, database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    internal static NpgsqlConnection Open(PostgresServer server, string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Database = database,
            Username = PostgresServer.User,
            Password = PostgresServer.Password,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        return connection;
    }
}

/// <summary>A database of the cluster.</summary>
public sealed record PostgresDatabase(PostgresCluster Servers, string Name)
{
    public string Url => Servers.Coordinator.Url(Name);

    public ClusterAddress Address => ClusterAddress.Parse(Url);

    /// <summary>The address as it may stand on a command line.</summary>
    public string UrlOf(string user) => $"postgres://{user}@127.0.0.1:{Servers.Coordinator.Port}/{Name}";

    public void Execute(PostgresServer server, string sql) => PostgresCluster.Execute(server, Name, sql);

    /// <summary>The first column of a query.</summary>
    public IReadOnlyList<T> Query<T>(PostgresServer server, string sql)
    {
        using var connection = PostgresCluster.Open(server, Name);
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>What the cluster shows: scores in force, one a line as <c>2024 110112 F1 self - 5.50</c>.</summary>
    public IReadOnlyList<string> Scores() => Query<string>(Servers.Coordinator, """
        select concat_ws(' ', round, district, indicator, rater, case when expert = '' then '-' else expert end, points)
        from learningcity.fct_score order by round, district, indicator, rater, expert
        """);

    /// <summary>Rows on a node, whether they count or not.</summary>
    public long RowsOn(PostgresServer node) => Query<string>(node, "select c.relname::text from pg_class c where c.relnamespace = 'learningcity'::regnamespace and c.relkind = 'r'")
        .Sum(table => Query<long>(node, $"select count(*) from learningcity.{table}")[0]);
}
