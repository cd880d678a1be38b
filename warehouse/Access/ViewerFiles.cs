using System.Collections.Concurrent;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Warehouse.Access;

/// <summary>The files of viewers who may not see all, in <c>sql/</c> of the data folder: one a snapshot and class of viewers, written when first
/// asked for. Kept apart from the snapshots: nothing here is published, and all of it but the key of the pseudonyms can be made again.</summary>
public sealed class ViewerFiles(DataFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<string>> written = new(StringComparer.Ordinal);

    public string Folder => Path.Combine(folder.Root, "sql");

    /// <summary>Path of the file that holds what the viewer may see of a snapshot; several who ask at once wait for the same file.</summary>
    /// <param name="snapshot">Path of the published file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Of(Viewer viewer, SnapshotInfo info, string snapshot)
    {
        if (viewer == Viewer.All)
            return snapshot;
        var name = $"{viewer.Key}-{info.Id}.duckdb";
        while (true)
        {
            var file = written.GetOrAdd(name, _ => new Lazy<string>(() => Write(viewer, name, snapshot)));
            try
            {
                if (File.Exists(file.Value))
                    return file.Value;
            }
            catch
            {
                written.TryRemove(new(name, file));
                throw;
            }
            // Somebody emptied the folder.
            written.TryRemove(new(name, file));
        }
    }

    private string Write(Viewer viewer, string name, string snapshot)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var target = Path.Combine(Folder, name);
        if (!File.Exists(target))
        {
            ViewerFile.Write(viewer, snapshot, target, Pseudonyms.Of(Folder));
            Log.Information("Wrote {File}, what viewers of class {Viewer} may see", name, viewer.Key);
        }
        RemoveOld();
        return target;
    }

    /// <summary>A file goes when its snapshot has gone; so do the halves that a killed dashboard left.</summary>
    private void RemoveOld()
    {
        var kept = SnapshotFiles.List(folder).Concat(SnapshotFiles.List(folder.Sample)).Select(s => $"-{s.Id}.duckdb").ToList();
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*.duckdb*"))
        {
            var half = file.Name.Contains(".tmp", StringComparison.Ordinal);
            if (half
                ? file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1)
                : !kept.Any(end => file.Name.EndsWith(end, StringComparison.Ordinal)) && !written.ContainsKey(file.Name))
                file.Delete();
        }
    }
}
