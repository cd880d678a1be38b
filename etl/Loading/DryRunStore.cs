using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Etl.Loading;

/// <summary>The working store to look into but not to write to; where there is none yet, an empty one in memory.</summary>
internal sealed class DryRunStore : IDisposable
{
    private DryRunStore(DuckDBConnection connection, DataFolder folder)
    {
        Connection = connection;
        Catalog = CatalogTables.Read(connection);
        Cluster = ScoreCluster.Look(folder, connection);
    }

    public DuckDBConnection Connection { get; }

    public CityCatalog Catalog { get; }

    /// <summary>Where the scores are, when not in the store; null as well while there are none.</summary>
    public ScoreCluster? Cluster { get; }

    /// <exception cref="StoreInUseException">A writer has the store.</exception>
    public static DryRunStore Open(DataFolder folder)
    {
        if (!File.Exists(folder.Store))
            return InMemory(folder);
        var connection = new DuckDBConnection($"Data Source={folder.Store};ACCESS_MODE=READ_ONLY");
        try
        {
            connection.Open();
            return new(connection, folder);
        }
        catch (DuckDBException e) when (e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
        {
            connection.Dispose();
            throw new StoreInUseException(folder, e);
        }
        catch (ClusterException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static DryRunStore InMemory(DataFolder folder)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (var file in Embedded.In("sql/schema"))
            connection.Execute(Embedded.Text(file));
        CatalogTables.Write(connection, CatalogFiles.BuiltIn().ToCatalog());
        return new(connection, folder);
    }

    public void Dispose()
    {
        Cluster?.Dispose();
        Connection.Dispose();
    }
}
