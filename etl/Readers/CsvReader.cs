using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>CSV: comma, semicolon or tab; quoted fields with line breaks. A record is a row, as a spreadsheet would show it.</summary>
public static class CsvReader
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static IReadOnlyList<Grid> Read(byte[] bytes, ReadLimits limits)
    {
        var text = TextEncodings.Decode(bytes);
        var skipped = 0;
        // Excel's own first line, which says what separates the fields.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text.IndexOfAny(['\r', '\n']) == 5)
            skipped = 1;
        var delimiter = skipped == 1 ? text[4] : Delimiter(text);
        if (skipped == 1)
            text = text[5..].TrimStart('\r', '\n');
        return [new Grid(null, Cells(text, delimiter, skipped, limits))];
    }

    /// <summary>The grid of a text that says itself nothing about how it is to be read, with what separates its fields.</summary>
    internal static (char Delimiter, Grid Grid)? Plain(byte[] bytes, ReadLimits limits)
    {
        var text = TextEncodings.Decode(bytes);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        var delimiter = Delimiter(text);
        return (delimiter, new Grid(null, Cells(text, delimiter, 0, limits)));
    }

    private static List<Cell> Cells(string text, char delimiter, int skipped, ReadLimits limits)
    {
        var cells = new List<Cell>();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            DetectDelimiter = false,
            IgnoreBlankLines = false,
            BadDataFound = args => throw new RefusedException(Rules.FileQuotes, Line(args.Context)),
            MaxFieldSize = 0,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        for (var row = 1 + skipped; parser.Read(); row++)
        {
            for (var column = 0; column < parser.Count; column++)
            {
                var field = parser[column];
                if (field.Length == 0)
                    continue;
                if (cells.Count >= limits.Cells)
                    throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Cells.ToString("N0", CultureInfo.InvariantCulture)));
                cells.Add(new Cell(row, column + 1, field));
            }
        }
        return cells;
    }

    private static Wording Line(CsvContext? context) =>
        context?.Parser is { } parser ? new($"第 {parser.RawRow} 行", $"line {parser.RawRow}") : Wording.None;

    /// <summary>The one that occurs most often outside quotes in the first lines; the comma when none does.</summary>
    private static char Delimiter(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        var lines = 0;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == '\n' && ++lines >= 20)
                break;
            else if (!quoted && Array.IndexOf(Delimiters, c) is >= 0 and var i)
                counts[i]++;
        }
        return counts.Max() == 0 ? ',' : Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
