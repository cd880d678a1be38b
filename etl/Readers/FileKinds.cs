using System.Text;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>The formats that are read.</summary>
public enum FileKind
{
    Workbook,
    OldWorkbook,
    Document,
    Text,
}

/// <summary>Tells by its first bytes and its table of contents what a file is, and refuses by name what is not read.</summary>
public static class FileKinds
{
    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Start, int At, Rule Rule)[] Refused =
    [
        ("%PDF"u8.ToArray(), 0, Rules.FilePdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, Rules.FileImage),
        ([0xFF, 0xD8, 0xFF], 0, Rules.FileImage),
        ("GIF8"u8.ToArray(), 0, Rules.FileImage),
        ("II*\0"u8.ToArray(), 0, Rules.FileImage),
        ("MM\0*"u8.ToArray(), 0, Rules.FileImage),
        ("WEBP"u8.ToArray(), 8, Rules.FileImage),
        ("ftyphei"u8.ToArray(), 4, Rules.FileImage),
        ("Rar!"u8.ToArray(), 0, Rules.FileArchive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, Rules.FileArchive),
        ([0x1F, 0x8B], 0, Rules.FileArchive),
        ("PK\x05\x06"u8.ToArray(), 0, Rules.FileDamaged),
        ("{\\rtf"u8.ToArray(), 0, Rules.FileDoc),
    ];

    /// <exception cref="RefusedException">It is a file that is not read; the rule names it and says what to do.</exception>
    public static FileKind Tell(byte[] bytes)
    {
        if (bytes.Length == 0)
            throw new RefusedException(Rules.FileEmpty);
        if (Starts(bytes, Zip))
            return PackageKind(bytes);
        if (Starts(bytes, Compound))
            return CompoundKind(bytes);
        foreach (var (start, at, rule) in Refused)
        {
            if (Starts(bytes, start, at))
                throw new RefusedException(rule);
        }
        if (bytes[0] == 0x42 && bytes.Length > 14 && bytes[1] == 0x4D && bytes[6] == 0 && bytes[7] == 0)
            throw new RefusedException(Rules.FileImage);
        if (bytes.Length > 4 && bytes[0] == 0x09 && bytes[1] is 0x00 or 0x02 or 0x04 or 0x08 && bytes[3] == 0)
            return FileKind.OldWorkbook;
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 512)).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (head.StartsWith('<'))
            throw new RefusedException(head.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && head.StartsWith("<?xml", StringComparison.Ordinal)
                ? Rules.FileDtd
                : Rules.FileWebPage);
        return FileKind.Text;
    }

    private static FileKind PackageKind(byte[] bytes)
    {
        using var package = Package.Open(bytes, new ReadLimits());
        if (package.Has("mimetype") || package.Has("content.xml"))
            throw new RefusedException(Rules.FileOpenDocument);
        if (!package.Has("[Content_Types].xml"))
            throw new RefusedException(Rules.FileArchive);
        if (package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(Rules.FileMacro);
        if (package.Names.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(Rules.FileBinaryWorkbook);
        if (package.Names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return FileKind.Workbook;
        if (package.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            return FileKind.Document;
        throw new RefusedException(Rules.FileUnknown);
    }

    private static FileKind CompoundKind(byte[] bytes)
    {
        var file = new CompoundFile(bytes);
        if (file.Has("EncryptedPackage") || file.Has("EncryptionInfo"))
            throw new RefusedException(Rules.FileEncrypted);
        if (file.Has("Workbook") || file.Has("Book"))
            return file.Has("_VBA_PROJECT_CUR") || file.Has("VBA") ? throw new RefusedException(Rules.FileMacro) : FileKind.OldWorkbook;
        // WPS Writer's .wps is a Word 97 document inside.
        throw new RefusedException(file.Has("WordDocument") ? Rules.FileDoc : Rules.FileUnknown);
    }

    private static bool Starts(byte[] bytes, byte[] start, int at = 0) => bytes.AsSpan().Length >= at + start.Length && bytes.AsSpan(at, start.Length).SequenceEqual(start);
}
