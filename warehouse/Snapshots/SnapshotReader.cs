using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>A lease on one open snapshot for one viewer: everything asked through it comes from the same immutable file, which holds nothing
/// that the viewer may not see. For one thread at a time.</summary>
public sealed class SnapshotReader : IDisposable
{
    private readonly OpenSnapshot snapshot;
    private DuckDBConnection? connection;
    private bool disposed;

    internal SnapshotReader(OpenSnapshot snapshot) => this.snapshot = snapshot;

    /// <summary>For whom questions are answered.</summary>
    public Viewer Viewer => snapshot.Viewer;

    public SnapshotInfo Info => snapshot.Info;

    /// <summary>Read once per snapshot.</summary>
    public CityCatalog Catalog => snapshot.Catalog;

    /// <summary>Path of the file, valid while the lease is held.</summary>
    public string Path => snapshot.Path;

    /// <summary>Asked again with the same values, the answer of the first time.</summary>
    /// <param name="sql">Parameters are <c>$name</c>; columns in the order of the record's constructor.</param>
    /// <exception cref="OutdatedSnapshotException">The snapshot lacks a table or column that the text names.</exception>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return snapshot.Known.Get(sql, parameters, () => Read<T>(sql, parameters));
    }

    /// <summary>Rows made from this snapshot and others; made again with the same values, those of the first time.</summary>
    /// <param name="what">Names the rows apart from all others.</param>
    public IReadOnlyList<T> Known<T>(string what, object parameters, Func<IReadOnlyList<T>> make)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return snapshot.Known.Get(what, parameters, make);
    }

    /// <summary>Something made of many rows that is small itself.</summary>
    /// <param name="weight">How many rows it counts for among what is kept.</param>
    /// <inheritdoc cref="Known{T}(string, object, Func{IReadOnlyList{T}})"/>
    public T Known<T>(string what, object parameters, Func<T, int> weight, Func<T> make)
        where T : class
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return snapshot.Known.Get(what, parameters, weight, make);
    }

    /// <summary>As <see cref="Query"/>, for rows that are used once.</summary>
    internal List<T> Read<T>(string sql, object? parameters)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        connection ??= snapshot.Rent();
        try
        {
            return connection.Query<T>(sql, parameters).AsList();
        }
        catch (DuckDBException e) when (Lacks(e))
        {
            throw new OutdatedSnapshotException(Info.Id, e);
        }
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        if (connection is not null)
            snapshot.Return(connection);
        snapshot.Release();
    }

    // DuckDB.NET gives the type of an error only in its text when a statement cannot be prepared.
    private static bool Lacks(DuckDBException e) =>
        e.Message.StartsWith("Catalog Error", StringComparison.Ordinal) || e.Message.StartsWith("Binder Error", StringComparison.Ordinal);
}
