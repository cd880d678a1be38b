using System.Globalization;
using LearningCity.Dashboard.Components;

namespace LearningCity.Dashboard.Features.DataRejected;

/// <summary>Which rejected rows are in view; null for any.</summary>
public sealed record RejectedFilter(int? Load, string? Rule, string? Severity, string? District)
{
    private static readonly string[] Severities = ["reject", "warn", "note"];

    /// <summary>The filter of an address; null, and the parameter that is wrong, where a value can be none.</summary>
    public static RejectedFilter? Parse(PageUrl url, out string wrong)
    {
        wrong = "load";
        int? load = null;
        if (url["load"] is { } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            load = number;
        }

        wrong = "severity";
        return url["severity"] is { } severity && !Severities.Contains(severity) ? null : new RejectedFilter(load, url["rule"], url["severity"], url["district"]);
    }
}
