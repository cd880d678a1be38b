using System.Globalization;
using System.Xml;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>One worksheet part, read forward once.</summary>
internal sealed class XlsxSheet(List<string> strings, List<CellStyle> styles, bool sheetHidden, ReadLimits limits, int cellsLeft)
{
    // Of workbooks as most programs write them, and of strict ones. What is in any other, no office program shows.
    private static readonly string[] Namespaces =
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

    private readonly List<Cell> cells = [];
    private readonly List<MergedRange> merges = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private int row;
    private int column;
    private bool rowSaid;
    private bool rowHidden;

    public int Count => cells.Count;

    public Grid Read(string name, XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "worksheet" when !Namespaces.Contains(xml.NamespaceURI):
                    throw new RefusedException(Rules.FileDamaged, Damage.Content);
                case "col":
                    Column(xml);
                    break;
                case "row":
                    Row(xml.GetAttribute("r"));
                    rowHidden = XlsxReader.IsTrue(xml.GetAttribute("hidden")) || xml.GetAttribute("ht") is "0" or "0.0";
                    break;
                case "c":
                    Cell(xml);
                    break;
                case "mergeCell":
                    Merge(xml.GetAttribute("ref") ?? "");
                    break;
            }
        }
        return new Grid(name, cells, merges);
    }

    private void Column(XmlReader xml)
    {
        var width = xml.GetAttribute("width");
        if (XlsxReader.IsTrue(xml.GetAttribute("hidden")) || (width is not null && double.TryParse(width, NumberStyles.Float, CultureInfo.InvariantCulture, out var w) && w == 0))
            hiddenColumns.Add((XlsxReader.Whole(xml.GetAttribute("min"), 0), XlsxReader.Whole(xml.GetAttribute("max"), 0)));
    }

    // Rows and cells stand in order and say one place; where they do not, office programs call the file corrupt and differ on what they show.
    private void Row(string? said)
    {
        var before = row;
        rowSaid = said is not null;
        row = XlsxReader.Whole(said, before + 1);
        column = 0;
        if (row <= before)
            throw new RefusedException(Rules.FileDamaged, Damage.Cells);
    }

    private void Go((int Row, int Column) place)
    {
        var elsewhere = place.Row != row && (rowSaid || column > 0 || place.Row < row);
        if (elsewhere || place.Column <= column)
            throw new RefusedException(Rules.FileDamaged, Damage.Cells);
        (row, column) = place;
    }

    private void Cell(XmlReader xml)
    {
        if (Place(xml.GetAttribute("r")) is { } place)
            Go(place);
        else
            column++;
        var type = xml.GetAttribute("t") ?? "n";
        var style = XlsxReader.Whole(xml.GetAttribute("s"), 0);
        string? value = null;
        string? inline = null;
        var formula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "f")
                    formula = true;
                else if (xml.LocalName == "v")
                    value = Content(xml);
                else if (xml.LocalName == "is")
                    inline = XlsxParts.RichText(xml);
            }
        }
        Add(type, style, value, inline, formula);
    }

    private void Add(string type, int style, string? value, string? inline, bool formula)
    {
        var flaw = CellFlaw.None;
        var shows = style >= 0 && style < styles.Count ? styles[style] : new(null);
        var text = "";
        double? held = null;
        if (formula && (value is null || (value.Length == 0 && type != "str")))
            flaw = CellFlaw.FormulaWithoutValue;
        else if (type == "inlineStr")
            text = inline ?? "";
        else if (string.IsNullOrEmpty(value))
            return;
        else if (type == "s")
            text = XlsxReader.Whole(value, -1) is var index && index >= 0 && index < strings.Count ? strings[index] : throw new RefusedException(Rules.FileDamaged, Damage.Texts);
        else if (type == "b")
            text = value == "1" ? "TRUE" : "FALSE";
        else if (type == "n" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            (held, text) = (number, NumberFormats.Show(number, shows.Format));
        else
            (text, flaw) = (XlsxParts.Unescape(value), type == "e" ? CellFlaw.Error : CellFlaw.None);
        if (text.Length == 0 && held is null && flaw == CellFlaw.None)
            return;
        text = TextMarks.Apply(text, shows.Struck, shows.Align);
        if (cells.Count >= cellsLeft)
            throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Cells.ToString("N0", CultureInfo.InvariantCulture)));
        var hidden = sheetHidden || rowHidden || hiddenColumns.Exists(c => column >= c.First && column <= c.Last);
        cells.Add(new Cell(row, column, text) { Held = held, Flaw = flaw, Hidden = hidden });
    }

    private void Merge(string reference)
    {
        var ends = reference.Split(':');
        if (ends.Length != 2 || Place(ends[0]) is not { } first || Place(ends[1]) is not { } last)
            return;
        if (merges.Count >= limits.Merges)
            throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Merges.ToString("N0", CultureInfo.InvariantCulture)));
        merges.Add(new(first.Row, first.Column, last.Row, last.Column));
    }

    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text += xml.Value;
        }
        return text;
    }

    private static (int Row, int Column)? Place(string? reference)
    {
        if (reference is null)
            return null;
        var (r, c, at) = (0L, 0, 0);
        for (; at < reference.Length && reference[at] is >= 'A' and <= 'Z' or '$'; at++)
            c = reference[at] == '$' ? c : Math.Min((c * 26) + reference[at] - 'A' + 1, 100_000);
        for (; at < reference.Length && reference[at] is >= '0' and <= '9' or '$'; at++)
            r = reference[at] == '$' ? r : Math.Min((r * 10) + reference[at] - '0', 10_000_000);
        return at == reference.Length && r > 0 && c > 0 ? ((int)r, c) : null;
    }
}
