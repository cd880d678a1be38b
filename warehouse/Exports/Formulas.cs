namespace LearningCity.Warehouse.Exports;

/// <summary>Text that a spreadsheet would run as a formula when it opens a CSV file. It gets an apostrophe in front, as OWASP advises
/// (CSV injection); numbers are never touched.</summary>
public static class Formulas
{
    /// <summary>What such text begins with, full-width forms included.</summary>
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string Defuse(string text) =>
        text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>The same in SQL, for a column of text.</summary>
    internal static string Defused(string column) => $"""
        case when left("{column}", 1) in ('=', '+', '-', '@', chr(9), chr(10), chr(13), '＝', '＋', '－', '＠') then '''' || "{column}" else "{column}" end as "{column}"
        """;
}
