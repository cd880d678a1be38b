using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Storage;

/// <summary>The one place that is written to. While it is open, no other process (nor this one, twice) can open it.</summary>
public sealed class WorkingStore : IDisposable
{
    /// <summary>Raised when the tables in sql/schema change in a way that an older store must be migrated for.</summary>
    public const int SchemaVersion = 1;

    private const string VersionKey = "schema_version";
    private const string HashKey = "schema_hash";
    private const string SampleKey = "sample";

    // Room for the program itself is left of the 2 GiB that a load may take; what does not fit goes to disk.
    private const string MemoryLimit = "1200MiB";

    private readonly FileStream writerLock;

    private WorkingStore(DataFolder folder, TimeProvider time, FileStream writerLock, DuckDBConnection connection)
    {
        Folder = folder;
        Time = time;
        this.writerLock = writerLock;
        Connection = connection;
        File = new StoreFile(connection, folder.Store);
    }

    public DataFolder Folder { get; }

    public TimeProvider Time { get; }

    public DuckDBConnection Connection { get; }

    internal StoreFile File { get; }

    /// <summary>The catalog as it stands in the store; read again by <see cref="RefreshCatalog"/> after an import.</summary>
    public CityCatalog Catalog { get; private set; } = CityCatalog.Empty;

    /// <summary>Whether the store holds the synthetic sample; decided when it is created.</summary>
    public bool Sample { get; private set; }

    /// <summary>Whether scores, catalog or marts differ from what was last published: true after a load that was cut off before its publication.</summary>
    public bool PublishPending => StoreFingerprint.Of(Connection) != CurrentFile.Read(Folder)?.Store;

    /// <param name="sample">For a store that does not exist yet: whether it is to hold the sample. An existing store keeps what it is.</param>
    /// <exception cref="StoreInUseException">Another writer has it; returns at once, without waiting.</exception>
    /// <exception cref="InvalidDataException">The store was written by a later version of this program.</exception>
    public static WorkingStore Open(DataFolder folder, TimeProvider time, bool sample = false)
    {
        Directory.CreateDirectory(folder.Root);
        Directory.CreateDirectory(folder.Archive);
        Directory.CreateDirectory(folder.Snapshots);
        var writerLock = Lock(folder);
        DuckDBConnection? connection = null;
        try
        {
            connection = new DuckDBConnection($"Data Source={folder.Store}");
            connection.Open();
            connection.Execute($"set memory_limit = '{MemoryLimit}'");
            var store = new WorkingStore(folder, time, writerLock, connection);
            store.Prepare(sample);
            return store;
        }
        catch
        {
            connection?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    /// <summary>Puts another catalog in place of the present one. <see cref="CatalogImport"/> checks before; this does not.</summary>
    public void ReplaceCatalog(CityCatalog catalog)
    {
        using var transaction = Connection.BeginTransaction();
        CatalogTables.Write(Connection, catalog);
        transaction.Commit();
        RefreshCatalog();
    }

    /// <summary>After the catalog's tables were changed by other means.</summary>
    public void RefreshCatalog() => Catalog = CatalogTables.Read(Connection);

    public void Dispose()
    {
        Connection.Dispose();
        File.Dispose();
        writerLock.Dispose();
    }

    private static FileStream Lock(DataFolder folder)
    {
        try
        {
            // The operating system releases it when the process ends, however it ends.
            return new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (System.IO.File.Exists(folder.Lock))
        {
            throw new StoreInUseException(folder, e);
        }
    }

    private void Prepare(bool sample)
    {
        using var transaction = Connection.BeginTransaction();
        var schema = string.Join('\n', Embedded.In("sql/schema").Select(Embedded.Text));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)));
        var known = Connection.QuerySingle<bool>("select count(*) > 0 from duckdb_tables() where table_name = 'meta_store'");
        if (known && int.Parse(Meta(VersionKey)!, CultureInfo.InvariantCulture) is var version and > SchemaVersion)
            throw new InvalidDataException(
                $"数据库由更新版本的程序写入（结构版本 {version}），请升级程序 | The store was written by a later version (schema {version}); update this program");
        // Every table is declared with "if not exists", so a schema that gained a table or a better comment is simply applied again.
        if (!known || Meta(HashKey) != hash)
            Connection.Execute(schema);
        if (!known)
        {
            SetMeta(SampleKey, sample ? "true" : "false");
            CatalogTables.Write(Connection, CatalogFiles.BuiltIn().ToCatalog());
        }
        if (!known || Meta(HashKey) != hash)
        {
            SetMeta(VersionKey, SchemaVersion.ToString(CultureInfo.InvariantCulture));
            SetMeta(HashKey, hash);
        }
        transaction.Commit();
        Sample = Meta(SampleKey) == "true";
        RefreshCatalog();
    }

    private string? Meta(string key) =>
        Connection.QuerySingleOrDefault<string>("select value from meta_store where key = $key", new { key });

    private void SetMeta(string key, string value)
    {
        Connection.Execute("delete from meta_store where key = $key", new { key });
        Connection.Execute("insert into meta_store values ($key, $value)", new { key, value });
    }
}
