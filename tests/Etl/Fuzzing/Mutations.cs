using System.IO.Compression;
using System.Text;

namespace LearningCity.Etl.Tests.Fuzzing;

/// <summary>Real files with random changes. The same numbers give the same file.</summary>
internal static class Mutations
{
    private static readonly string[] Fragments =
    [
        "<", ">", "\"", "&amp;", "&#x0;", "]]>", "<![CDATA[", "r=\"A1048576\"", "r=\"XFD1\"", "r=\"ZZZZ99999999\"", "t=\"s\"", "t=\"e\"", "<v>99999999999</v>", "<v>1E308</v>", "<v>NaN</v>", "<v>-1</v>",
        "<f/>", "<mergeCell ref=\"A1:XFD1048576\"/>", "hidden=\"1\"", "s=\"99999\"", "<w:tbl>", "</w:tbl>", "<w:gridSpan w:val=\"99999\"/>", "<w:vMerge/>", "<rPr><strike/></rPr>", "<w:rPr><w:strike/></w:rPr>", "<vertAlign val=\"superscript\"/>", "_x0000_", "自评分", "专家评分", "合计", "２", "\u0000", "\uD800", ",", ";", "\n", "\"\"",
    ];

    public static IReadOnlyList<(string Name, byte[] Bytes)> Originals { get; } =
    [
        .. new[] { "by-hand.xlsx", "by-hand.docx", "excel97.xls", "calc.xlsx" }.Select(name => (name, File.ReadAllBytes(CaseFiles.Of("formats", name)))),
        .. new[] { "csv-gb18030.csv", "csv-utf16.csv", "csv-utf8.csv", "tracked-changes.docx", "form-fields.docx", "template.xlsx", "full-width-and-text.xlsx", "float-noise.xlsx", "serial-counts-rows.xlsx" }.Select(name => (name, File.ReadAllBytes(CaseFiles.Of("layouts", name)))),
        ("fault-struck-out.xls", File.ReadAllBytes(CaseFiles.Of("rules", "not-a-number", "fault-struck-out.xls"))),
        .. new[] { "list.xlsx", "tidy.csv", "sheet-per-expert.xlsx" }.Select(name => (name, File.ReadAllBytes(CaseFiles.Of("panels", name)))),
    ];

    public static byte[] ChangeBytes(byte[] file, Random random, int changes)
    {
        var bytes = file.ToList();
        for (var n = 0; n < changes && bytes.Count > 0; n++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 64)));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Changes the XML of a package and packs it again, so that the change is not stopped by a checksum.</summary>
    public static byte[] ChangeParts(byte[] file, Random random, int changes)
    {
        if (file[0] != 'P')
            return ChangeBytes(file, random, changes);
        using var from = new ZipArchive(new MemoryStream(file));
        var target = new MemoryStream();
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = entry.Open();
                using var buffer = new MemoryStream();
                reader.CopyTo(buffer);
                var text = new StringBuilder(Encoding.UTF8.GetString(buffer.ToArray()));
                if (entry.FullName.Contains("sheet", StringComparison.Ordinal) || entry.FullName.EndsWith("document.xml", StringComparison.Ordinal) || random.Next(8) == 0)
                    Change(text, random, changes);
                using var writer = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                writer.Write(Encoding.UTF8.GetBytes(text.ToString()));
            }
        }
        return target.ToArray();
    }

    private static void Change(StringBuilder text, Random random, int changes)
    {
        for (var n = 0; n < changes && text.Length > 0; n++)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 40)));
                    break;
                case 2:
                    // Digits above all: places, counts, indexes and scores.
                    while (at < text.Length && !char.IsAsciiDigit(text[at]))
                        at++;
                    if (at < text.Length)
                        text[at] = (char)('0' + random.Next(10));
                    break;
                default:
                    text[at] = (char)random.Next(32, 0x3000);
                    break;
            }
        }
    }
}
