using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Loading;

/// <summary>Keeps every source file as it came, named by its hash.</summary>
public static class FileArchive
{
    public static void Keep(DataFolder folder, string sha256, string extension, byte[] bytes)
    {
        var path = PathOf(folder, sha256, extension);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(folder.Archive);
        // Under its own name it is complete, or not there at all.
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    public static string PathOf(DataFolder folder, string sha256, string extension) => Path.Combine(folder.Archive, sha256 + extension);

    /// <summary>The extension under which a file is archived; one that is no plain word is left out.</summary>
    public static string ExtensionOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is { Length: > 1 and <= 8 } extension && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
}
