using System.Text.RegularExpressions;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Recognition;

/// <summary>Names the expert of each sheet of a panel workbook.</summary>
public static partial class PanelSheets
{
    /// <returns>For each table the expert that its sheet, or a line above it, names; null where it is no sheet of one expert.</returns>
    public static IReadOnlyList<string?> Name(int grids, IReadOnlyList<FoundTable> tables, Staged staged, int file)
    {
        var names = tables.Select(Named).ToArray();
        // Columns that only say "score" can be one sheet for each expert; a single such sheet says nothing of whose they are.
        var panels = Enumerable.Range(0, tables.Count).Where(i => IsBare(tables[i])).ToList();
        if (panels.Count == 0 || grids < 2 || (panels.Count < 2 && names[panels[0]] is null))
            return names;
        for (var n = 0; n < panels.Count; n++)
        {
            var i = panels[n];
            var sheet = tables[i].Grid.Name ?? "";
            if (names[i] is not null)
                continue;
            if (sheet.Length > 0 && !DefaultName().IsMatch(Texts.Line(sheet)))
            {
                names[i] = Texts.Line(sheet).Replace(" ", "", StringComparison.Ordinal);
                continue;
            }
            names[i] = $"E{n + 1:00}";
            staged.Faults.Add(new(file, null, Rules.ExpertsNumbered) { Sheet = tables[i].Grid.Name, Value = sheet, Expected = Wording.Same(names[i]!) });
        }
        return names;
    }

    private static string? Named(FoundTable table)
    {
        if (table.Head.Has(HeadRole.ExpertName) || table.Head.Has(HeadRole.Rater))
            return null;
        if (table.Grid.Name is { } sheet && Heads.ExpertNamed(sheet) is { } named)
            return named;
        foreach (var line in table.Lines)
        {
            if (ExpertLabel().Match(line) is { Success: true } labelled)
                return labelled.Groups[1].Value;
        }
        return null;
    }

    private static bool IsBare(FoundTable table) =>
        !table.Head.Has(HeadRole.ExpertName) && !table.Head.Has(HeadRole.Rater) && table.Head.Scores.Any(s => s.Rater is null);

    // One name and no more: a line that lists the whole panel heads its consolidated score.
    [GeneratedRegex(@"(?<!\p{L})(?:评审|评估)?(?:专家|expert)(?:姓名|代号|编号)?\s*:\s*([^\s:;,，；、_/]{1,20})(?=\s*$|\s+\p{L}{1,10}\s*:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ExpertLabel();

    [GeneratedRegex(@"^(?:sheet|工作表|表|表格|table)\s*[0-9]*(?:\s*\([0-9]+\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DefaultName();
}
