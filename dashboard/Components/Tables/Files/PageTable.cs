using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LearningCity.Dashboard.Components.Tables.Files;

/// <summary>A table as it stands on a page, read back from the page: one head line, values as text or, where a whole column is numbers,
/// as numbers. Pictures in cells, and columns of nothing else, are left out.</summary>
public sealed record PageTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>What names a table on its page: the attribute of the box around it.</summary>
    public const string Attribute = "data-table";

    /// <summary>The names of the tables of a page, in order.</summary>
    public static IReadOnlyList<string> Names(IHtmlDocument page) =>
        [.. page.QuerySelectorAll($"[{Attribute}]").Select(box => box.GetAttribute(Attribute)!).Distinct()];

    /// <summary>The table of that name; where a page sets one table in two boxes, both together. Null when there is none.</summary>
    public static PageTable? Of(IHtmlDocument page, string name)
    {
        var tables = page.QuerySelectorAll($"[{Attribute}]").Where(box => box.GetAttribute(Attribute) == name)
            .Select(box => box.QuerySelector("table")).OfType<IHtmlTableElement>().ToList();
        if (tables.Count == 0)
            return null;

        var head = Grid(tables[0].Head is { } rows ? rows.Rows : []);
        var body = tables.SelectMany(table => Grid(table.Bodies.Concat(table.Foot is { } foot ? [foot] : []).SelectMany(part => part.Rows))).ToList();
        var columns = Enumerable.Range(0, Math.Max(Width(head), Width(body)))
            .Where(c => body.Exists(row => At(row, c).Length > 0) || body.Count == 0)
            .Select(c => (Head: string.Join(' ', head.Select(row => At(row, c)).Where(text => text.Length > 0).Distinct()), Cells: body.Select(row => At(row, c)).ToList()))
            .Select(c => (c.Head, Values: Values(c.Cells)))
            .ToList();
        return new PageTable([.. columns.Select(c => c.Head)], [.. Enumerable.Range(0, body.Count).Select(r => columns.Select(c => c.Values[r]).ToList())]);
    }

    /// <summary>Rows of cells with spans filled: a head over three columns stands over each of them.</summary>
    private static List<List<string>> Grid(IEnumerable<IHtmlTableRowElement> rows)
    {
        var grid = new List<List<string>>();
        var held = new Dictionary<(int Row, int Column), string>();
        foreach (var (row, r) in rows.Select((row, r) => (row, r)))
        {
            var line = new List<string>();
            foreach (var cell in row.Cells.OfType<IHtmlTableCellElement>())
            {
                while (held.Remove((r, line.Count), out var above))
                    line.Add(above);
                var text = Said(cell);
                for (var wide = 0; wide < Math.Clamp(cell.ColumnSpan, 1, 100); wide++)
                {
                    for (var deep = 1; deep < Math.Clamp(cell.RowSpan, 1, 100); deep++)
                        held[(r + deep, line.Count)] = text;
                    line.Add(text);
                }
            }

            while (held.Remove((r, line.Count), out var above))
                line.Add(above);
            grid.Add(line);
        }

        return grid;
    }

    /// <summary>The text of a cell without what is there for the eye or the mouse alone.</summary>
    private static string Said(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var picture in copy.QuerySelectorAll("svg, .no-print, [aria-hidden=true]:not(.said)").ToList())
            picture.Replace(picture.Owner!.CreateTextNode(" "));
        // Parts of a cell that stand apart on the page do not run together in the file.
        foreach (var part in copy.QuerySelectorAll("span, small, b, br").ToList())
            part.After(part.Owner!.CreateTextNode(" "));
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<object?> Values(List<string> cells)
    {
        var numbers = cells.Select(Number).ToList();
        var known = cells.Where(c => !IsMissing(c)).ToList();
        return known.Count > 0 && known.TrueForAll(c => Number(c) is not null)
            ? [.. numbers.Select(n => (object?)n)]
            : [.. cells.Select(c => c.Length == 0 ? null : (object)c)];
    }

    /// <summary>85.2, 85.2%, +1.30 and −1.30 as a page writes them; a percentage keeps its value in percent.</summary>
    private static decimal? Number(string text) =>
        decimal.TryParse(
            text.Replace('−', '-').TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsMissing(string text) => text.Length == 0 || text == Format.Missing;

    private static string At(List<string> row, int column) => column < row.Count ? row[column] : "";

    private static int Width(List<List<string>> rows) => rows.Count == 0 ? 0 : rows.Max(row => row.Count);
}
