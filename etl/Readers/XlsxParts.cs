using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>What the sheets of a workbook share: texts and number formats.</summary>
internal static partial class XlsxParts
{
    public static List<string> SharedStrings(Package package, string part)
    {
        using var xml = package.Xml(part) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(part));
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                strings.Add(RichText(xml));
        }
        return strings;
    }

    /// <summary>What each cell style says of how a value shows.</summary>
    public static List<CellStyle> CellStyles(Package package, string part)
    {
        using var xml = package.Xml(part) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(part));
        var own = new Dictionary<int, string>();
        var fonts = new List<CellStyle>();
        var styles = new List<CellStyle>();
        var within = "";
        while (xml.Read())
        {
            if (xml.LocalName is "cellXfs" or "fonts")
                within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? xml.LocalName : "";
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt")
                own[XlsxReader.Whole(xml.GetAttribute("numFmtId"), 0)] = xml.GetAttribute("formatCode") ?? "";
            else if (within == "fonts" && xml.LocalName == "font")
                fonts.Add(new(null));
            else if (within == "fonts" && fonts.Count > 0)
                fonts[^1] = Mark(xml, fonts[^1]);
            else if (within == "cellXfs" && xml.LocalName == "xf")
            {
                var (format, font) = (XlsxReader.Whole(xml.GetAttribute("numFmtId"), 0), XlsxReader.Whole(xml.GetAttribute("fontId"), 0));
                styles.Add((font >= 0 && font < fonts.Count ? fonts[font] : new(null)) with { Format = own.TryGetValue(format, out var code) ? code : NumberFormats.ById(format) });
            }
        }
        return styles;
    }

    private static CellStyle Mark(XmlReader xml, CellStyle style) => xml.LocalName switch
    {
        "strike" => style with { Struck = xml.GetAttribute("val") is not ("0" or "false") },
        "vertAlign" => style with { Align = xml.GetAttribute("val") },
        _ => style,
    };

    /// <summary>The text of an <c>si</c> or <c>is</c> element: its runs, without the phonetic ones. Leaves the reader on its end.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var phonetic = int.MaxValue;
        var run = new CellStyle(null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                phonetic = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == phonetic)
                phonetic = int.MaxValue;
            else if (xml.NodeType == XmlNodeType.Element)
                run = xml.LocalName == "r" ? new(null) : Mark(xml, run);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && phonetic == int.MaxValue)
                text.Append(TextMarks.Apply(xml.Value, run.Struck, run.Align));
        }
        return Unescape(text.ToString());
    }

    /// <summary>Excel writes characters that XML cannot carry as <c>_x000D_</c>. What is neither text nor white space stays to be seen as �.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => (char)Convert.ToInt32(match.Groups[1].Value, 16) is var c && (char.IsControl(c) && !char.IsWhiteSpace(c)) ? "\uFFFD" : c.ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

/// <summary>How a cell's value shows.</summary>
/// <param name="Format">Number format; null is General.</param>
/// <param name="Align">Raised or lowered, as <c>vertAlign</c> says it.</param>
internal readonly record struct CellStyle(string? Format, bool Struck = false, string? Align = null);
