using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Templates;

namespace LearningCity.Etl.Watching;

/// <summary>The file that goes back to whoever sent one that could not be accepted as it was.</summary>
/// <remarks>A workbook comes back as a copy of itself in which every faulty cell is coloured and carries its reason as a comment, with the
/// list of reasons on a sheet of its own; mended, that copy can be sent again. Of anything else the list alone is made.</remarks>
public static class ReturnFile
{
    /// <summary>Reasons beyond this many are counted, not written: nobody mends ten thousand cells by hand.</summary>
    public const int MostReasons = 10_000;

    // Marking holds the whole workbook in memory, many times its size; a form is a thousandth of this.
    private const long MostBytesMarked = 30_000_000;

    /// <summary>The name of the file that goes beside a returned one.</summary>
    public static string NameFor(string fileName) => $"{fileName}.退回原因.xlsx";

    /// <param name="source">The returned file as it came.</param>
    /// <param name="fileName">Its name, for people.</param>
    /// <param name="faults">What was found in it; notes are left out, for there is nothing to be done about them.</param>
    /// <param name="target">Where the workbook of reasons is written; need not be seekable.</param>
    public static void Write(byte[] source, string fileName, IEnumerable<FaultFound> faults, Stream target)
    {
        var reasons = faults.Where(f => f.Severity != "note").OrderByDescending(f => f.Rejects).ToList();
        using var marked = Marked(source, fileName, reasons) ?? Listed(fileName, reasons);
        marked.Position = 0;
        StableZip.Copy(marked, target);
    }

    /// <summary>Whether a fault names a cell, so that the file itself is wanted: one refused as a whole (encrypted, damaged, too large) is never opened.</summary>
    public static bool Marks(IEnumerable<FaultFound> faults) => faults.Any(f => f is { Sheet: not null, Cell: not null });

    private static MemoryStream? Marked(byte[] source, string fileName, List<FaultFound> reasons)
    {
        if (!Marks(reasons))
            return null;
        var copy = new MemoryStream();
        copy.Write(source);
        copy.Position = 0;
        try
        {
            using (var zip = new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.Entries.Sum(e => e.Length) > MostBytesMarked)
                    return null;
            }
            using var document = SpreadsheetDocument.Open(copy, isEditable: true);
            if (document.DocumentType == SpreadsheetDocumentType.Workbook && MarkedCopy.Mark(document, fileName, [.. reasons.Take(MostReasons)], reasons.Count))
                return copy;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // No workbook, or one that only the forgiving reader could read: the list must do.
        }
        return null;
    }

    private static MemoryStream Listed(string fileName, List<FaultFound> reasons)
    {
        var buffer = new MemoryStream();
        using var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook);
        ReasonList.Create(document, fileName, [.. reasons.Take(MostReasons)], reasons.Count);
        return buffer;
    }
}
