using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Components;

/// <summary>Why a statistic is not given, in the words of the page.</summary>
public static class WithheldReasons
{
    /// <summary>The first reason of one of these statistics, whatever it was asked of; null when none of them was withheld.</summary>
    public static string? Why(this IReadOnlyList<WithheldRow> withheld, Text text, params ReadOnlySpan<string> statistics) => First(withheld, text, null, statistics);

    /// <summary>As <see cref="Why"/>, of one indicator, dimension or the total.</summary>
    public static string? WhyOf(this IReadOnlyList<WithheldRow> withheld, Text text, string code, params ReadOnlySpan<string> statistics) =>
        First(withheld, text, code, statistics);

    private static string? First(IReadOnlyList<WithheldRow> withheld, Text text, string? code, ReadOnlySpan<string> statistics)
    {
        foreach (var row in withheld)
        {
            if ((code is null || row.Code == code) && statistics.Contains(row.Statistic))
                return text.Pick(row.Zh, row.En);
        }

        return null;
    }
}
