using System.Collections.Concurrent;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The researchers' files in <c>sql/</c> of the data folder, one a snapshot, written when first asked for.</summary>
public sealed class ResearcherFiles(DataFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _files = new(StringComparer.Ordinal);

    /// <summary>The folder of the files. Kept apart from the snapshots: nothing here is published, and all of it but the key can be made again.</summary>
    public string Folder => Path.Combine(folder.Root, "sql");

    /// <summary>Path of the file of a snapshot; several who ask at once wait for the same file.</summary>
    /// <param name="snapshot">Is read at once, not after the task has ended.</param>
    public async Task<string> OfAsync(SnapshotReader snapshot, CancellationToken cancel)
    {
        var (id, path) = (snapshot.Info.Id, snapshot.Path);
        var file = _files.GetOrAdd(id, _ => new Lazy<Task<string>>(() => Task.Run(() => Write(id, path), CancellationToken.None)));
        try
        {
            var written = await file.Value.WaitAsync(cancel);
            if (File.Exists(written))
            {
                return written;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _files.TryRemove(new(id, file));
            throw;
        }

        // Somebody emptied the folder.
        _files.TryRemove(new(id, file));
        return await OfAsync(snapshot, cancel);
    }

    private string Write(string id, string snapshot)
    {
        Directory.CreateDirectory(Folder);
        var target = Path.Combine(Folder, $"sql-{id}.duckdb");
        if (!File.Exists(target))
        {
            ResearcherFile.Write(snapshot, target, Pseudonyms.Of(Folder));
            Log.Information("Wrote the researchers' file of snapshot {Snapshot}", id);
        }

        RemoveOld();
        return target;
    }

    /// <summary>A file goes when its snapshot has gone; so do the halves that a killed dashboard left.</summary>
    private void RemoveOld()
    {
        var kept = SnapshotFiles.List(folder).Concat(SnapshotFiles.List(folder.Sample)).Select(s => $"sql-{s.Id}.duckdb").ToHashSet(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("sql-*"))
        {
            var half = file.Name.Contains(".tmp", StringComparison.Ordinal);
            if (half ? file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1) : !kept.Contains(file.Name) && !_files.ContainsKey(file.Name[4..^7]))
            {
                file.Delete();
            }
        }
    }
}
