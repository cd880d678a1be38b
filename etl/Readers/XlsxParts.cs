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

    /// <summary>Number format by cell style; null is General.</summary>
    public static List<string?> CellFormats(Package package, string part)
    {
        using var xml = package.Xml(part) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(part));
        var own = new Dictionary<int, string>();
        var formats = new List<string?>();
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var id = XlsxReader.Whole(xml.GetAttribute("numFmtId"), 0);
            if (xml.LocalName == "numFmt")
                own[id] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && xml.LocalName == "xf")
                formats.Add(own.TryGetValue(id, out var code) ? code : NumberFormats.ById(id));
        }
        return formats;
    }

    /// <summary>The text of an <c>si</c> or <c>is</c> element: its runs, without the phonetic ones. Leaves the reader on its end.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var phonetic = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                phonetic = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == phonetic)
                phonetic = int.MaxValue;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && phonetic == int.MaxValue)
                text.Append(xml.Value);
        }
        return Unescape(text.ToString());
    }

    /// <summary>Excel writes characters that XML cannot carry as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
