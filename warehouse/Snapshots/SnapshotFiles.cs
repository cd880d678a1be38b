using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>The files in <c>snapshots/</c>: each <c>wh-ID.duckdb</c> has beside it a <c>wh-ID.json</c> that says what it is.</summary>
public static class SnapshotFiles
{
    public static string InfoFile(DataFolder folder, string id) => Path.ChangeExtension(folder.SnapshotFile(id), ".json");

    /// <summary>Published snapshots, newest first.</summary>
    public static IReadOnlyList<SnapshotInfo> List(DataFolder folder) => Directory.Exists(folder.Snapshots)
        ? [.. Directory.EnumerateFiles(folder.Snapshots, "wh-*.json")
            .Where(path => File.Exists(Path.ChangeExtension(path, ".duckdb")))
            .Select(CurrentFile.ReadInfo)
            .OfType<SnapshotInfo>()
            .OrderByDescending(i => i.PublishedAt).ThenByDescending(i => i.Id, StringComparer.Ordinal)]
        : [];

    /// <returns>Null when there is no such snapshot.</returns>
    public static SnapshotInfo? Find(DataFolder folder, string id) => List(folder).FirstOrDefault(i => i.Id == id);

    /// <summary>What a killed writer may have left: half-written files and descriptions of snapshots that never came to be.</summary>
    public static void RemoveLeftovers(DataFolder folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Snapshots, "*.tmp*").ToList())
            File.Delete(path);
        foreach (var path in Directory.EnumerateFiles(folder.Snapshots, "wh-*.json").ToList())
            if (!File.Exists(Path.ChangeExtension(path, ".duckdb")))
                File.Delete(path);
    }

    /// <summary>Deletes all but the newest; readers that hold one open keep it until they let go.</summary>
    public static void Prune(DataFolder folder, int keep)
    {
        var current = CurrentFile.Read(folder)?.Snapshot.Id;
        var listed = List(folder);
        foreach (var old in listed.Where(i => i.Id != current).Skip(listed.Any(i => i.Id == current) ? keep - 1 : keep))
        {
            // The description last: a file without one would never be found again.
            File.Delete(folder.SnapshotFile(old.Id));
            File.Delete(InfoFile(folder, old.Id));
        }
    }

    public static void MakeReadOnly(string path)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.ReadOnly);
        else
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
