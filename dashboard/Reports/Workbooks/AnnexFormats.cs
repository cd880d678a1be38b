using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.Reports.Workbooks;

/// <summary>Rates to 0.1 %, points to 0.01, differences with their sign: as pages write them, but the cell keeps the whole number.</summary>
internal static class AnnexFormats
{
    private static readonly HashSet<string> SignedRates = ["gapRate", "previousGapRate", "changeRate", "change", "hodgesLehmann", "previousHodgesLehmann", "effect"];

    public static string? Code(AnnexFormat format) => format switch
    {
        AnnexFormat.Whole => "0",
        AnnexFormat.SignedWhole => "+0;-0;0",
        AnnexFormat.Points => "0.00",
        AnnexFormat.SignedPoints => "+0.00;-0.00;0.00",
        AnnexFormat.Rate => "0.0%",
        AnnexFormat.SignedRate => "+0.0%;-0.0%;0.0%",
        AnnexFormat.Ratio => "0.000",
        AnnexFormat.Date => "yyyy-mm-dd",
        _ => null,
    };

    /// <summary>By the type of a field and its name, which says its unit everywhere.</summary>
    public static AnnexFormat Of(Column column)
    {
        var name = column.Name;
        bool Ends(string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
        return column.Type == typeof(DateOnly) ? AnnexFormat.Date
            : column.Type == typeof(int) || column.Type == typeof(long) ? name == "rankChange" ? AnnexFormat.SignedWhole : AnnexFormat.Whole
            : column.Type != typeof(decimal) && column.Type != typeof(double) ? AnnexFormat.Text
            : SignedRates.Contains(name) ? AnnexFormat.SignedRate
            : Ends("rate") || Ends("share") || name is "pTop3" or "withinSd" ? AnnexFormat.Rate
            : name == "gapPoints" ? AnnexFormat.SignedPoints
            : Ends("points") || Ends("pointsLost") || name is "sd" or "expertSd" ? AnnexFormat.Points
            : AnnexFormat.Ratio;
    }
}
