namespace LearningCity.Browser.Tests;

/// <summary>Where the pages are.</summary>
internal static class Addresses
{
    /// <summary>Every page that says something of the sample, and the views that look unlike the page they belong to.</summary>
    public static readonly string[] Pages =
    [
        "/", "/rankings", "/rankings?of=adjusted", "/rankings?by=D&zone=ECO&round=2024&of=self", "/indicators", "/indicators?show=gap", "/indicators/F4", "/gaps", "/trends",
        "/districts", "/districts/110112", "/districts/110112?peers=zone&with=110105&with=110108&if-O3=6", "/methods", "/methods/figures", "/about",
        "/data", "/data/snapshots", "/data/loads", "/data/loads/1", "/data/rejected", "/data/checks", "/data/lineage?round=2026&district=110112&indicator=D10",
        "/data/dictionary", "/data/downloads", "/data/upload", "/data/audit", "/search?q=%E5%B7%9E", "/sql",
        "/sql?q=select+round,+mean_rate+from+rpt_round_summary+order+by+round&chart=line", "/sql?q=select+nope+from+dim_district",
    ];

    /// <summary>Where there is nothing: pages that say so and what there is.</summary>
    public static readonly string[] Missing = ["/nowhere", "/rankings?round=1999", "/rankings?sort=colour", "/districts/990000"];

    public static string In(string path, string language) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    /// <summary>A path as part of a file's name.</summary>
    public static string FileName(string path) => path == "/" ? "overview" : string.Concat(path.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'));
}
