namespace LearningCity.Etl.Templates;

/// <summary>What a generated form says about itself out of sight, so that it is recognised beyond doubt.</summary>
/// <remarks>
/// A workbook carries the codes in a hidden column of the form's own sheet (they travel when the sheet is copied or saved as .xls):
/// one cell <c>LearningCity:name=value</c> per code, above a column headed <see cref="IndicatorHead"/> with each row's indicator code.
/// A Word form carries them as custom document properties <c>LearningCity.name</c>, and <c>LearningCity:F1:self</c> as the tag of each score's content control.
/// </remarks>
/// <param name="Version">Version of the template's layout; <see cref="CurrentVersion"/> for those written now.</param>
/// <param name="District">District code; null when the office chooses the district itself.</param>
public sealed record FormCodes(int Version, string Round, string Framework, string? District)
{
    public const int CurrentVersion = 1;

    /// <summary>Head of the hidden column of indicator codes.</summary>
    public const string IndicatorHead = "指标代码";

    public const string Prefix = "LearningCity";

    private const string Form = "form";
    private const string RoundName = "round";
    private const string FrameworkName = "framework";
    private const string DistrictName = "district";

    /// <summary>Name and value of each code, in the order in which they are written.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs =>
        [(Form, Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), (RoundName, Round), (FrameworkName, Framework), (DistrictName, District ?? "")];

    /// <summary>The text of one hidden cell.</summary>
    public static string CellText(string name, string value) => $"{Prefix}:{name}={value}";

    /// <summary>The name of one custom document property.</summary>
    public static string PropertyName(string name) => $"{Prefix}.{name}";

    /// <summary>The tag of the content control that holds one score.</summary>
    public static string ScoreTag(string indicator, bool self) => $"{Prefix}:{indicator}:{(self ? "self" : "expert")}";

    /// <summary>True for the text of a hidden code cell, which is no part of the form that people see.</summary>
    public static bool IsCell(string text) => text.StartsWith($"{Prefix}:", StringComparison.Ordinal);

    /// <summary>The codes among the cells above a table; null when there are none, or not all that are needed.</summary>
    public static FormCodes? FromCells(IEnumerable<string> cells) =>
        FromPairs(cells.Where(IsCell).Select(c => c[(Prefix.Length + 1)..]).Where(c => c.Contains('='))
            .Select(c => (c[..c.IndexOf('=')], c[(c.IndexOf('=') + 1)..])));

    /// <summary>The codes among a document's custom properties; null when there are none, or not all that are needed.</summary>
    public static FormCodes? FromProperties(IEnumerable<(string Name, string Value)> properties) =>
        FromPairs(properties.Where(p => p.Name.StartsWith($"{Prefix}.", StringComparison.Ordinal)).Select(p => (p.Name[(Prefix.Length + 1)..], p.Value)));

    private static FormCodes? FromPairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
            found.TryAdd(name, value.Trim());
        return found.TryGetValue(Form, out var form) && int.TryParse(form, out var version)
            && found.TryGetValue(RoundName, out var round) && found.TryGetValue(FrameworkName, out var framework)
            ? new FormCodes(version, round, framework, found.GetValueOrDefault(DistrictName) is { Length: > 0 } district ? district : null)
            : null;
    }
}
