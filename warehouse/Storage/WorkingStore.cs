using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage.Clusters;

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

    /// <summary>Where the scores are kept, when not here; the tables of scores in the store are then a copy as of the last publication.</summary>
    public ScoreCluster? Cluster { get; private set; }

    internal StoreFile File { get; }

    /// <summary>The catalog as it stands in the store; read again by <see cref="RefreshCatalog"/> after an import.</summary>
    public CityCatalog Catalog { get; private set; } = CityCatalog.Empty;

    /// <summary>Whether the store holds the synthetic sample; decided when it is created.</summary>
    public bool Sample { get; private set; }

    /// <summary>Whether scores, catalog or marts differ from what was last published: true after a load that was cut off before its publication.</summary>
    public bool PublishPending =>
        (Cluster is { } cluster && cluster.ChangedSince(Connection).Count > 0) || StoreFingerprint.Of(Connection) != CurrentFile.Read(Folder)?.Store;

    /// <summary>Whether there is or was any score.</summary>
    public bool HoldsScores =>
        Cluster?.TouchedSince(0).Count > 0 || Connection.QuerySingle<bool>("select exists (from fct_score) or exists (from hst_score)");

    /// <param name="sample">For a store that does not exist yet: whether it is to hold the sample. An existing store keeps what it is.</param>
    /// <exception cref="StoreInUseException">Another writer has it; returns at once, without waiting.</exception>
    /// <param name="scores">Whether scores will be asked for; without, a cluster that is away is no hindrance.</param>
    /// <exception cref="InvalidDataException">The store was written by a later version of this program.</exception>
    /// <exception cref="ClusterException">The cluster of the folder cannot be used, or is not named.</exception>
    public static WorkingStore Open(DataFolder folder, TimeProvider time, bool sample = false, bool scores = true)
    {
        Directory.CreateDirectory(folder.Root);
        Directory.CreateDirectory(folder.Archive);
        Directory.CreateDirectory(folder.Snapshots);
        var writerLock = Lock(folder);
        DuckDBConnection? connection = null;
        WorkingStore? store = null;
        try
        {
            connection = new DuckDBConnection($"Data Source={folder.Store}");
            connection.Open();
            connection.Execute($"set memory_limit = '{MemoryLimit}'");
            store = new WorkingStore(folder, time, writerLock, connection);
            store.Prepare(sample);
            if (scores)
                store.Cluster = ClusterBinding.Open(folder, connection);
            return store;
        }
        catch
        {
            store?.File.Dispose();
            connection?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    /// <summary>Commits a load that was written into the tables of scores: in the store, and where a cluster keeps the scores, there first.</summary>
    /// <exception cref="ClusterException">A server failed; the transaction is for the caller to undo, and nothing of the load can be seen.</exception>
    public void Commit(DuckDBTransaction transaction, int load)
    {
        if (Cluster is null)
            transaction.Commit();
        else
            ClusterBinding.Commit(Connection, Cluster, transaction, load);
    }

    /// <summary>Brings the copy of the scores up to what the cluster holds. Without a cluster there is nothing to do.</summary>
    public void FetchScores()
    {
        if (Cluster is not null)
            ClusterBinding.Fetch(Connection, Cluster);
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
        Cluster?.Dispose();
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
