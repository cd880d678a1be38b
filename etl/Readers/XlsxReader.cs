using System.Globalization;
using System.Xml;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>Workbooks (.xlsx, and .et that is one inside). Reads the parts themselves, because what matters here is what most
/// readers drop: hidden rows, columns and sheets, formulas without a result, and the number format that decides what a cell shows.</summary>
public static class XlsxReader
{
    public static IReadOnlyList<Grid> Read(byte[] bytes, ReadLimits limits)
    {
        using var package = Package.Open(bytes, limits);
        var main = package.Main("xl/workbook.xml");
        var relations = package.Relations(main);
        string? Part(string type) => relations.Values.Where(r => r.Type == type).Select(r => r.Target).FirstOrDefault();

        var strings = Part("sharedStrings") is { } texts ? XlsxParts.SharedStrings(package, texts) : [];
        var styles = Part("styles") is { } stylesPart ? XlsxParts.CellStyles(package, stylesPart) : [];
        var grids = new List<Grid>();
        var cellsLeft = limits.Cells;
        foreach (var (name, hidden, relation) in Sheets(package, main))
        {
            // Chart sheets and macro sheets hold no table.
            if (!relations.TryGetValue(relation, out var target) || target.Type != "worksheet")
                continue;
            using var xml = package.Xml(target.Target) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(target.Target));
            var sheet = new XlsxSheet(strings, styles, hidden, limits, cellsLeft);
            grids.Add(sheet.Read(name, xml));
            cellsLeft -= sheet.Count;
        }
        return grids;
    }

    private static List<(string Name, bool Hidden, string Relation)> Sheets(Package package, string main)
    {
        using var xml = package.Xml(main) ?? throw new RefusedException(Rules.FileDamaged, Damage.Part(main));
        var sheets = new List<(string, bool, string)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
                continue;
            var relation = "";
            var hidden = (xml.GetAttribute("state") ?? "visible") != "visible";
            var name = xml.GetAttribute("name") ?? "";
            while (xml.MoveToNextAttribute())
            {
                if (xml.LocalName == "id" && xml.Prefix.Length > 0)
                    relation = xml.Value;
            }
            sheets.Add((name, hidden, relation));
        }
        return sheets;
    }

    internal static bool IsTrue(string? value) => value is "1" or "true" or "TRUE" or "on";

    internal static int Whole(string? value, int otherwise) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
