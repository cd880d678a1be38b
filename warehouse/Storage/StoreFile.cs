using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Storage;

/// <summary>The bytes of the working store, read while it is open.</summary>
/// <remarks>Closing a file gives up the locks that the process has on it, DuckDB's among them: so it is opened once and closed last.</remarks>
internal sealed class StoreFile : IDisposable
{
    // Free space in the file that a copy may carry along.
    private const double MostFree = 0.2;

    private readonly DuckDBConnection connection;
    private readonly FileStream? bytes;

    public StoreFile(DuckDBConnection connection, string path)
    {
        this.connection = connection;
        try
        {
            bytes = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (IOException)
        {
            // Where an open database cannot be read by others, it is not copied as it is.
        }
    }

    /// <summary>Copies the store as it is, all that is committed in it.</summary>
    /// <returns>False when it cannot be, or the copy would carry much free space along.</returns>
    public bool TryCopy(string path)
    {
        if (bytes is null)
            return false;
        connection.Execute("checkpoint");
        var (total, free) = connection.QuerySingle<(long, long)>("select total_blocks, free_blocks from pragma_database_size() where database_name = current_database()");
        if (free > total * MostFree)
            return false;
        bytes.Position = 0;
        using var copy = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        bytes.CopyTo(copy, 1 << 20);
        return true;
    }

    public void Dispose() => bytes?.Dispose();
}
