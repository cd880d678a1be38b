using LearningCity.Etl.Readers;
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

    /// <summary>The same for a file that is too long to be held in memory.</summary>
    /// <exception cref="IOException">It is no longer the file that was read.</exception>
    public static void Keep(DataFolder folder, string extension, PlainText file)
    {
        var path = PathOf(folder, file.Sha256, extension);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(folder.Archive);
        var temporary = path + ".tmp";
        File.Copy(file.Path, temporary, overwrite: true);
        if (!file.IsUnchanged)
            throw new IOException($"{file.Path} 在装载过程中被修改，什么也没有写入 | {file.Path} changed while it was being loaded; nothing was written");
        File.Move(temporary, path, overwrite: true);
    }

    public static string PathOf(DataFolder folder, string sha256, string extension) => Path.Combine(folder.Archive, sha256 + extension);

    /// <summary>The extension under which a file is archived; one that is no plain word is left out.</summary>
    public static string ExtensionOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is { Length: > 1 and <= 8 } extension && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
}
