using System.IO.Compression;
using System.Security.Cryptography;

namespace LearningCity.Warehouse.Exports;

/// <summary>A file inside a packed export.</summary>
public sealed record PackedFile(string Name, long Bytes);

/// <summary>An export packed into one file.</summary>
/// <param name="Bytes">Size of the packed file.</param>
/// <param name="Sha256">Of the packed file.</param>
public sealed record PackedExport(ExportFormat Format, string Path, long Bytes, string Sha256, IReadOnlyList<PackedFile> Files);

/// <summary>Packs exports, so that one of many files is one download.</summary>
public static class ExportZip
{
    /// <param name="path">Of the .zip; it appears when it is complete, or not at all.</param>
    /// <exception cref="InvalidOperationException">A table has more rows than a sheet can hold.</exception>
    public static PackedExport Write(ExportSource source, ExportFormat format, string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Export.Write(source, format, temporary);
            // Parquet and workbooks are packed already.
            var level = format is ExportFormat.Csv or ExportFormat.Snapshot ? CompressionLevel.Optimal : CompressionLevel.Fastest;
            ZipFile.CreateFromDirectory(temporary, temporary + ".zip", level, includeBaseDirectory: false);
            File.Move(temporary + ".zip", path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary + ".zip");
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        return Read(format, path);
    }

    /// <summary>What a packed export holds.</summary>
    public static PackedExport Read(ExportFormat format, string path)
    {
        using var file = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return new(format, path, file.Length, sha256, [.. zip.Entries.Select(e => new PackedFile(e.FullName, e.Length)).OrderBy(f => f.Name, StringComparer.Ordinal)]);
    }
}
