using LearningCity.Tests.Support;
using LearningCity.Tests.Support.Clusters;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>The servers that the tests of this folder share; started when the first of them asks.</summary>
public sealed class ServersFixture : IDisposable
{
    private const string Required = "LEARNINGCITY_REQUIRE_POSTGRES";

    /// <summary>A user that may log in and nothing else.</summary>
    public const string Guest = "guest";

    private readonly Lazy<PostgresCluster> cluster = new(() =>
    {
        var servers = new PostgresCluster();
        servers.AddUser(Guest);
        // Where passwords are kept for those who write none on the command line; a stranger's is wrong.
        Environment.SetEnvironmentVariable("PGPASSFILE", servers.WritePasswords("stranger"));
        return servers;
    });

    /// <summary>Skips the test where PostgreSQL is not installed, unless it must be.</summary>
    public PostgresCluster Servers
    {
        get
        {
            if (PostgresServer.Programs is null && Environment.GetEnvironmentVariable(Required) != "1")
                Assert.Skip($"PostgreSQL's server programs are not installed (Debian: postgresql-15); set {Required}=1 to make this a failure.");
            PostgresServer.Programs.ShouldNotBeNull($"PostgreSQL is required by {Required}=1");
            return cluster.Value;
        }
    }

    public void Dispose()
    {
        if (cluster.IsValueCreated)
            cluster.Value.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class SharedServers : ICollectionFixture<ServersFixture>
{
    public const string Name = "PostgreSQL servers";
}

/// <summary>A data folder whose scores a cluster keeps, and one that keeps them itself, given the same.</summary>
internal sealed class TwoCities : IDisposable
{
    private readonly TempFolder folder = new();

    public TwoCities(PostgresDatabase database)
    {
        Database = database;
        Apart = new DataFolder(folder.File("cluster")) { Cluster = database.Address };
        Alone = new DataFolder(folder.File("alone"));
    }

    public PostgresDatabase Database { get; }

    /// <summary>Its scores are in the cluster.</summary>
    public DataFolder Apart { get; }

    /// <summary>Its scores are its own.</summary>
    public DataFolder Alone { get; }

    public string Write(string name, params string[] rows)
    {
        var path = folder.File(name);
        File.WriteAllText(path, "round,district,indicator,rater,expert,points\n" + string.Join('\n', rows) + "\n");
        return path;
    }

    public void Dispose() => folder.Dispose();
}
