using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace LearningCity.Etl.Templates;

/// <summary>Office packages whose bytes depend on their content alone.</summary>
public static class StableZip
{
    // The earliest time that a zip entry can carry.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gives the package's own relations ids by their place instead of at random.</summary>
    public static void NameParts(OpenXmlPackage package)
    {
        var parts = package.Parts.Select(p => p.OpenXmlPart).OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).ToList();
        for (var i = 0; i < parts.Count; i++)
            package.ChangeIdOfPart(parts[i], "rId" + (i + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Copies a zip with the same entries in order of name, all at one fixed time. [Content_Types].xml comes first, as Office writes it.</summary>
    public static void Copy(Stream source, Stream target)
    {
        using var from = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Epoch;
            using var input = entry.Open();
            using var output = copy.Open();
            input.CopyTo(output);
        }
    }
}
