using System.Text;

namespace LearningCity.Etl.Readers;

/// <summary>Finds the cells of an Excel 97-2003 workbook whose font strikes out, raises or lowers, in whole or in part. ExcelDataReader
/// tells no fonts, and a score that was struck out is no score. Excel 95 keeps the runs of a text elsewhere; of these only the cell's font is seen.</summary>
internal static class XlsFonts
{
    private const ushort Font = 0x0031;
    private const ushort ExtendedFormat = 0x00E0;
    private const ushort ManyNumbers = 0x00BD;
    private const ushort SharedText = 0x00FD;
    private const int StrikeOut = 0x0008;

    // The format has no font 4: what is called 5 is the fifth.
    private const int NoFont = 4;

    // Label, rich label, text of the common table, number, short number: each begins with row, column and format.
    private static readonly HashSet<ushort> Cells = [0x0204, 0x00D6, SharedText, 0x0203, 0x027E, XlsRecords.Formula];

    /// <param name="stream">As <see cref="XlsRecords.Stream"/> gives it.</param>
    /// <returns>By sheet, in the workbook's order: row and column from 1 of the cells so formatted, and how.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<(int Row, int Column), XlsMarks>> Find(byte[] stream)
    {
        var fonts = new List<FontMark>();
        var formats = new List<FontMark>();
        FontMark Of(int font) => (font > NoFont ? font - 1 : font) is var index && index < fonts.Count ? fonts[index] : default;
        foreach (var (type, at, length) in XlsRecords.Part(stream, 0))
        {
            if (type == Font && length >= 10)
                fonts.Add(new((XlsRecords.Number(stream, at + 2) & StrikeOut) != 0, XlsRecords.Number(stream, at + 8) switch { 1 => "superscript", 2 => "subscript", _ => null }));
            else if (type == ExtendedFormat && length >= 2)
                formats.Add(Of(XlsRecords.Number(stream, at)));
        }
        if (!fonts.Exists(f => f != default))
            return [];
        var texts = XlsTexts.Runs(stream)
            .Select(t => (t.Key, Runs: t.Value.Select(r => (r.From, Mark: Of(r.Font))).ToList()))
            .Where(t => formats.Exists(f => f != default) || t.Runs.Exists(r => r.Mark != default))
            .ToDictionary(t => t.Key, t => t.Runs);
        return [.. XlsRecords.Sheets(stream).Select(start => InSheet(stream, start, formats, texts))];
    }

    private static Dictionary<(int Row, int Column), XlsMarks> InSheet(
        byte[] stream, int start, List<FontMark> formats, Dictionary<int, List<(int From, FontMark Mark)>> texts)
    {
        var marked = new Dictionary<(int, int), XlsMarks>();
        foreach (var (type, at, length) in XlsRecords.Part(stream, start))
        {
            if (length < 6 || (type != ManyNumbers && !Cells.Contains(type)))
                continue;
            var (row, column) = (XlsRecords.Number(stream, at) + 1, XlsRecords.Number(stream, at + 2) + 1);
            var runs = type == SharedText && length >= 10 ? texts.GetValueOrDefault(XlsRecords.Number(stream, at + 6) + (XlsRecords.Number(stream, at + 8) << 16)) : null;
            // Numbers side by side share a record: six bytes each, the format first.
            for (var cell = at + 4; cell + 2 <= at + length; cell += 6, column++)
            {
                var whole = XlsRecords.Number(stream, cell) is var format && format < formats.Count ? formats[format] : default;
                if (whole != default || runs is not null)
                    marked[(row, column)] = new(whole, runs ?? []);
                if (type != ManyNumbers || cell + 6 >= at + length - 2)
                    break;
            }
        }
        return marked;
    }
}

/// <summary>What a font does to what it shows.</summary>
/// <param name="Align">Raised or lowered, as <see cref="TextMarks.Apply"/> takes it.</param>
internal readonly record struct FontMark(bool Struck, string? Align);

/// <summary>How a cell's text is formatted.</summary>
/// <param name="Whole">The cell's font, which counts where no run does.</param>
/// <param name="Runs">From which character on which font counts.</param>
internal sealed record XlsMarks(FontMark Whole, IReadOnlyList<(int From, FontMark Mark)> Runs)
{
    public string Apply(string text)
    {
        var marked = new StringBuilder();
        var (at, mark) = (0, Whole);
        foreach (var (from, next) in Runs.Append((text.Length, default)))
        {
            var to = Math.Clamp(from, at, text.Length);
            marked.Append(TextMarks.Apply(text[at..to], mark.Struck, mark.Align));
            (at, mark) = (to, next);
        }
        return marked.ToString();
    }
}
