namespace LearningCity.Etl.Watching;

/// <summary>One thing that is to be mended in a returned file.</summary>
/// <param name="Sheet">Sheet or table; null in CSV, or when the whole file is meant.</param>
/// <param name="Cell">Such as <c>H7</c>; null when no single cell is meant.</param>
/// <param name="Row">Row from 1, where there is no cell.</param>
/// <param name="Value">As it was found.</param>
/// <param name="Severity"><c>reject</c>, <c>warn</c> or <c>note</c>.</param>
public sealed record ReturnReason(
    string? Sheet, string? Cell, long? Row, string Value, string Rule, string Severity, string MessageZh, string MessageEn)
{
    /// <summary>True when this is why the file came back, and not a remark beside it.</summary>
    public bool Rejects => Severity == "reject";

    /// <summary>Where it is, for people: <c>东城区!H7</c>, 第 12 行, or 整个文件.</summary>
    public string Place => (Sheet, Cell, Row) switch
    {
        (null, null, null) => "整个文件",
        (null, null, { } row) => $"第 {row} 行",
        (null, { } cell, _) => cell,
        ({ } sheet, null, null) => sheet,
        ({ } sheet, null, { } row) => $"{sheet} 第 {row} 行",
        ({ } sheet, { } cell, _) => $"{sheet}!{cell}",
    };

    /// <summary>Both languages, as a comment on a cell says them.</summary>
    public string Sentence => MessageEn.Length == 0 ? MessageZh : $"{MessageZh}\n{MessageEn}";
}
