using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Watching;

/// <summary>Which files of a watched folder have arrived in full. A file has when two looks in a row find it the same and no one is writing to it.</summary>
internal sealed class Arrivals(string folder)
{
    /// <summary>Folders of the watched folder that are the watcher's own.</summary>
    internal const string Done = "done";

    internal const string Returned = "returned";

    // What browsers, mail and copying programs call a file that is still coming.
    private static readonly HashSet<string> Unfinished =
        new([".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart"], StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once. Files that are new or have changed since the last look are still arriving.</summary>
    public (IReadOnlyList<string> Arrived, int Arriving) Look()
    {
        var now = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        var arrived = new List<string>();
        foreach (var path in Files())
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                continue;
            var state = (file.Length, file.LastWriteTimeUtc);
            now[path] = state;
            // What has no length is not opened: it may be a pipe, which waits for its writer.
            if (_seen.TryGetValue(path, out var before) && before == state && (file.Length == 0 || IsClosed(path)))
                arrived.Add(path);
        }
        _seen = now;
        return (arrived, now.Count - arrived.Count);
    }

    private IEnumerable<string> Files()
    {
        // Links are not followed: what they lead to is not in this folder, and a ring of them would never end.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(path => IsSubmission(Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)))
            .Order(StringComparer.Ordinal);
    }

    private static bool IsSubmission(string[] parts) =>
        (parts.Length == 1 || parts[0] is not (Done or Returned)) && !parts.Any(SourceFiles.IsLitter) && !Unfinished.Contains(Path.GetExtension(parts[^1]));

    private static bool IsClosed(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
