using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Loading;

/// <summary>The working store to look into but not to write to; where there is none yet, an empty one in memory.</summary>
internal sealed class DryRunStore : IDisposable
{
    private DryRunStore(DuckDBConnection connection)
    {
        Connection = connection;
        Catalog = CatalogTables.Read(connection);
    }

    public DuckDBConnection Connection { get; }

    public CityCatalog Catalog { get; }

    /// <exception cref="StoreInUseException">A writer has the store.</exception>
    public static DryRunStore Open(DataFolder folder)
    {
        if (!File.Exists(folder.Store))
            return InMemory();
        var connection = new DuckDBConnection($"Data Source={folder.Store};ACCESS_MODE=READ_ONLY");
        try
        {
            connection.Open();
            return new(connection);
        }
        catch (DuckDBException e) when (e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
        {
            connection.Dispose();
            throw new StoreInUseException(folder, e);
        }
    }

    private static DryRunStore InMemory()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (var file in Embedded.In("sql/schema"))
            connection.Execute(Embedded.Text(file));
        CatalogTables.Write(connection, CatalogFiles.BuiltIn().ToCatalog());
        return new(connection);
    }

    public void Dispose() => Connection.Dispose();
}
