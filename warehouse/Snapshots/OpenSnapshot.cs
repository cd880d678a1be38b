using System.Collections.Concurrent;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>An open snapshot file, counted: it closes when the store has let go of it and the last lease has ended.</summary>
internal sealed class OpenSnapshot
{
    private const int Pooled = 32;

    private readonly ConcurrentBag<DuckDBConnection> pool = [];
    private readonly DuckDBConnection anchor;
    private int holders = 1;

    /// <exception cref="DuckDBException">The file is not there or is no snapshot.</exception>
    public OpenSnapshot(SnapshotInfo info, string path, Viewer viewer)
    {
        Viewer = viewer;
        Info = info;
        Path = path;
        // Keeps DuckDB's instance warm between leases; opening one costs more than most questions.
        anchor = Open();
        try
        {
            Catalog = CatalogTables.Read(anchor);
            Known = new(Catalog.Districts.Count);
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    public Viewer Viewer { get; }

    public SnapshotInfo Info { get; }

    public string Path { get; }

    public CityCatalog Catalog { get; }

    public KnownAnswers Known { get; }

    /// <returns>False when it has already been closed: take the next one.</returns>
    public bool TryHold()
    {
        var seen = Volatile.Read(ref holders);
        while (seen > 0)
        {
            var found = Interlocked.CompareExchange(ref holders, seen + 1, seen);
            if (found == seen)
                return true;
            seen = found;
        }
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) > 0)
            return;
        while (pool.TryTake(out var connection))
            connection.Dispose();
        anchor.Dispose();
        Known.Dispose();
    }

    public DuckDBConnection Rent() => pool.TryTake(out var connection) ? connection : Open();

    public void Return(DuckDBConnection connection)
    {
        if (pool.Count < Pooled)
            pool.Add(connection);
        else
            connection.Dispose();
    }

    private DuckDBConnection Open()
    {
        var connection = new DuckDBConnection($"Data Source={Path};ACCESS_MODE=READ_ONLY");
        connection.Open();
        return connection;
    }
}
