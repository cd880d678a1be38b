namespace LearningCity.Etl.Loading;

/// <summary>A file to be loaded, before it is opened.</summary>
/// <param name="Folders">Names of the folders around it that may say a place, outermost first.</param>
/// <param name="Content">Null for a file on disk.</param>
public sealed record SourceFile(string Name, string Path, IReadOnlyList<string> Folders, byte[]? Content = null);

/// <summary>Finds the files of a request.</summary>
public static class SourceFiles
{
    /// <returns>The files in a stable order, and those passed over because no one means to submit them.</returns>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    public static (IReadOnlyList<SourceFile> Files, IReadOnlyList<string> Skipped) Of(LoadRequest request)
    {
        var files = new List<SourceFile>();
        var skipped = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in request.Paths)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (File.Exists(full))
            {
                if (seen.Add(full))
                    files.Add(new(Path.GetFileName(full), full, Around(full, request.Root)));
            }
            else if (Directory.Exists(full))
                Below(full, files, skipped, seen);
            else
                throw new FileNotFoundException(path, path);
        }
        files.AddRange(request.Uploads.Select(upload => new SourceFile(Path.GetFileName(upload.Name), upload.Name, [], upload.Content)));
        return (files, skipped);
    }

    private static void Below(string folder, List<SourceFile> files, List<string> skipped, HashSet<string> seen)
    {
        // Links are not followed: a ring of them would never end.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var path in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            if (!seen.Add(path))
                continue;
            var relative = Path.GetRelativePath(folder, path);
            if (relative.Split(Path.DirectorySeparatorChar).Any(IsLitter))
            {
                skipped.Add(path);
                continue;
            }
            var folders = relative.Split(Path.DirectorySeparatorChar)[..^1];
            files.Add(new(Path.GetFileName(path), path, [Path.GetFileName(folder), .. folders]));
        }
    }

    private static string[] Around(string file, string? root)
    {
        if (root is null)
            return Parent(file);
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var relative = Path.GetRelativePath(root, file);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? Parent(file)
            : [Path.GetFileName(root), .. relative.Split(Path.DirectorySeparatorChar)[..^1]];
    }

    private static string[] Parent(string file) => Path.GetFileName(Path.GetDirectoryName(file)) is { Length: > 0 } name ? [name] : [];

    internal static bool IsLitter(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.')
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || name.Equals("__MACOSX", StringComparison.Ordinal);
}
