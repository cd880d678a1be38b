using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace LearningCity.Etl.Readers;

/// <summary>Form fields of Word as they were before content controls: what a drop-down list or a check box shows stands in the field's
/// data and not in any text. A text field's content does stand in the text.</summary>
internal static class DocxFields
{
    /// <param name="mark">A <c>fldChar</c>; only the one that begins a field carries data.</param>
    /// <returns>What the field shows and the text does not say; empty for other fields.</returns>
    public static string Shown(XElement mark)
    {
        var data = Child(mark, "ffData");
        if (Child(data, "checkBox") is { } box)
            return IsOn(Child(box, "checked") ?? Child(box, "default")) ? "☑" : "☐";
        if (Child(data, "ddList") is not { } list)
            return "";
        var entries = list.Elements().Where(e => e.Name.LocalName == "listEntry").Select(e => Value(e) ?? "").ToList();
        var chosen = int.TryParse(Value(Child(list, "result") ?? Child(list, "default")) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        var entry = chosen >= 0 && chosen < entries.Count ? entries[chosen] : entries.Count == 0 ? "" : "\uFFFD";
        // Word shows the entry, other programs what they have written behind it: where the two differ, both stay to be seen.
        var written = Result(mark).Trim();
        return written.Length == 0 ? entry : written == entry.Trim() ? "" : entry + "\n";
    }

    /// <summary>A crossed box: a tick where it is a check box of today's kind, which Word draws so; elsewhere it stays what it is.</summary>
    public static string Box(XElement text)
    {
        var properties = Child(text.Ancestors().FirstOrDefault(e => e.Name.LocalName == "sdt"), "sdtPr");
        return IsOn(Child(Child(properties, "checkbox"), "checked")) ? "☑" : text.Value;
    }

    /// <summary>The text between the field's separator and its end.</summary>
    private static string Result(XElement mark)
    {
        var text = new StringBuilder();
        var within = false;
        foreach (var element in mark.ElementsAfterSelf().Concat(mark.Parent?.ElementsAfterSelf().SelectMany(r => r.DescendantsAndSelf()) ?? []))
        {
            if (element.Name.LocalName == "t" && within)
                text.Append(element.Value);
            else if (element.Name.LocalName == "fldChar")
            {
                within = Attribute(element, "fldCharType") == "separate";
                if (!within)
                    break;
            }
        }
        return text.ToString();
    }

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Value(XElement? element) => element is null ? null : Attribute(element, "val");

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static bool IsOn(XElement? element) => element is not null && Value(element) is not ("0" or "false" or "off");
}
