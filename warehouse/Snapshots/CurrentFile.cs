using System.Text.Json;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>The content of <c>current.json</c>: the snapshot that is served, and the state of the store that was published last.</summary>
/// <param name="Store">Fingerprint of the store at its last publication; a rollback leaves it, so that it is not undone by the next load.</param>
public sealed record CurrentFile(SnapshotInfo Snapshot, string Store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>Null when nothing was ever published.</returns>
    public static CurrentFile? Read(DataFolder folder) => Read<CurrentFile>(folder.Current);

    public static SnapshotInfo? ReadInfo(string path) => Read<SnapshotInfo>(path);

    /// <summary>Replaces the file in one step: a reader sees the old or the new, never half of one.</summary>
    public static void Write(DataFolder folder, CurrentFile current) => Write(folder.Current, current);

    public static void WriteInfo(string path, SnapshotInfo info) => Write(path, info);

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Write<T>(string path, T value)
    {
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, value, Json);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
