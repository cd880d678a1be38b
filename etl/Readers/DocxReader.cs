using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>The tables of a Word document, as it reads with all tracked changes accepted; content controls count as text.
/// Names are compared without their namespace, so strict documents are read as well.</summary>
public static class DocxReader
{
    // Tables in tables deeper than any form has, or a document that only wants to exhaust the stack.
    private const int DeepestNesting = 200;

    private static readonly HashSet<string> Removed = ["del", "moveFrom", "delText", "instrText", "rPr", "pPr", "tcPr", "trPr", "tblPr", "sdtPr", "Fallback"];

    public static IReadOnlyList<Grid> Read(byte[] bytes, ReadLimits limits)
    {
        using var package = Package.Open(bytes, limits with { UnpackedBytes = Math.Min(limits.UnpackedBytes, limits.DocumentBytes) });
        var part = package.Main("word/document.xml");
        var document = package.Document(part) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(part));
        var grids = new List<Grid>();
        var before = DocxProperties.Codes(package);
        var body = document.Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "body");
        Walk(body ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(part)), grids, before, 0, limits);
        return grids;
    }

    private static void Walk(XElement parent, List<Grid> grids, List<string> before, int depth, ReadLimits limits)
    {
        if (depth > DeepestNesting)
            throw new RefusedException(Rules.FileDamaged, Damage.Nesting);
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "tbl":
                    Table(element, grids, before, depth, limits);
                    break;
                case "p":
                    if (Text(element, depth, out _).Trim() is { Length: > 0 } line)
                        before.Add(line);
                    break;
                case "del" or "moveFrom" or "sectPr":
                    break;
                default:
                    Walk(element, grids, before, depth + 1, limits);
                    break;
            }
        }
    }

    private static void Table(XElement table, List<Grid> grids, List<string> before, int depth, ReadLimits limits)
    {
        var cells = new List<Cell>();
        var merges = new List<MergedRange>();
        var open = new Dictionary<int, MergedRange>();
        var inner = new List<XElement>();
        var row = 0;
        foreach (var tr in Through(table, "tr"))
        {
            if (Property(tr, "trPr", "del") is not null)
                continue;
            row++;
            var hidden = Property(tr, "trPr", "hidden") is { } h && IsOn(h);
            var column = 1 + Number(Property(tr, "trPr", "gridBefore"), 0);
            foreach (var tc in Through(tr, "tc"))
            {
                if (Property(tc, "tcPr", "cellDel") is not null)
                    continue;
                var span = Math.Clamp(Number(Property(tc, "tcPr", "gridSpan"), 1), 1, 1000);
                Merge(tc, row, column, span, open, merges, out var continued);
                var text = Paragraphs(tc, depth, out var vanished, inner);
                if (!continued && text.Length > 0)
                    cells.Add(new Cell(row, column, text) { Hidden = hidden || vanished });
                column += span;
                if (cells.Count > limits.Cells || column > 20_000)
                    throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Cells.ToString("N0", CultureInfo.InvariantCulture)));
            }
        }
        merges.AddRange(open.Values);
        grids.Add(new Grid($"表{grids.Count + 1}", cells, merges, [.. before]));
        before.Clear();
        foreach (var nested in inner)
            Table(nested, grids, before, depth + 1, limits);
    }

    private static void Merge(
        XElement tc, int row, int column, int span, Dictionary<int, MergedRange> open, List<MergedRange> merges, out bool continued)
    {
        var merge = Property(tc, "tcPr", "vMerge");
        continued = merge is not null && (Value(merge) ?? "continue") != "restart" && open.ContainsKey(column);
        if (continued)
        {
            open[column] = open[column] with { LastRow = row };
            return;
        }
        if (open.Remove(column, out var ended))
            merges.Add(ended);
        if (merge is not null || span > 1)
            open[column] = new(row, column, row, column + span - 1);
    }

    /// <summary>Elements of a name below a parent, through content controls, insertions and custom XML.</summary>
    private static IEnumerable<XElement> Through(XElement parent, string name)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name.LocalName == name)
                yield return element;
            else if (element.Name.LocalName is "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag")
            {
                foreach (var below in Through(element, name))
                    yield return below;
            }
        }
    }

    private static string Paragraphs(XElement tc, int depth, out bool vanished, List<XElement> inner)
    {
        var lines = new List<string>();
        vanished = false;
        foreach (var p in Through(tc, "p"))
        {
            lines.Add(Text(p, depth, out var hidden));
            vanished |= hidden;
        }
        inner.AddRange(Through(tc, "tbl"));
        return string.Join('\n', lines).Trim();
    }

    private static string Text(XElement paragraph, int depth, out bool vanished)
    {
        var text = new StringBuilder();
        var hidden = false;
        Append(paragraph, depth, text, ref hidden);
        vanished = hidden;
        return text.ToString();
    }

    private static void Append(XElement parent, int depth, StringBuilder text, ref bool vanished)
    {
        if (depth > DeepestNesting)
            throw new RefusedException(Rules.FileDamaged, Damage.Nesting);
        foreach (var element in parent.Elements())
        {
            var name = element.Name.LocalName;
            if (Removed.Contains(name) || (name == "sdt" && Property(element, "sdtPr", "showingPlcHdr") is not null))
                continue;
            if (name == "t")
                text.Append(element.Value == "☒" ? DocxFields.Box(element) : element.Value);
            else if (name is "tab" or "ptab")
                text.Append('\t');
            else if (name is "br" or "cr")
                text.Append('\n');
            else if (name == "noBreakHyphen")
                text.Append('-');
            else if (name == "p")
            {
                // Only a text box has paragraphs within a paragraph: what floats there stands apart.
                text.Append('\n');
                Append(element, depth + 1, text, ref vanished);
                text.Append('\n');
            }
            else if (name == "sym")
                text.Append(Symbol(element));
            else if (name == "fldChar")
                text.Append(DocxFields.Shown(element));
            else if (name is "control" or "OLEObject")
                // What a control of a program's own or an embedded object shows cannot be told; it is no blank.
                text.Append('\uFFFD');
            else
            {
                if (name == "r" && Property(element, "rPr", "vanish") is { } v && IsOn(v) && element.Value.Trim().Length > 0)
                    vanished = true;
                var from = text.Length;
                Append(element, depth + 1, text, ref vanished);
                if (name == "r")
                    Mark(element, from, text);
            }
        }
    }

    private static void Mark(XElement run, int from, StringBuilder text)
    {
        var struck = (Property(run, "rPr", "strike") ?? Property(run, "rPr", "dstrike")) is { } strike && IsOn(strike);
        var align = Property(run, "rPr", "vertAlign") is { } v ? Value(v) : null;
        if (!struck && align is null)
            return;
        var marked = TextMarks.Apply(text.ToString(from, text.Length - from), struck, align);
        text.Length = from;
        text.Append(marked);
    }

    // Wingdings draws its ticks at these places.
    private static string Symbol(XElement sym) => Attribute(sym, "char")?.ToUpperInvariant() switch
    {
        "F0FC" or "00FC" or "F050" => "√",
        "F0FE" or "00FE" or "F052" => "☑",
        _ => "\uFFFD",
    };

    private static XElement? Property(XElement element, string group, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == group)?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static string? Value(XElement element) => Attribute(element, "val");

    private static bool IsOn(XElement element) => Value(element) is not ("0" or "false" or "off");

    private static int Number(XElement? element, int otherwise) =>
        element is not null && int.TryParse(Value(element), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 1000) : otherwise;
}
