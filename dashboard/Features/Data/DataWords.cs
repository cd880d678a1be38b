using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Data;

/// <summary>The codes that stand in the logs, in words. A code that is not known is shown as it is.</summary>
public static class DataWords
{
    private static readonly HashSet<string> Known =
    [
        "command.load", "command.retract", "kind.form", "kind.panel", "kind.tidy", "kind.mixed", "kind.unknown",
        "outcome.accepted", "outcome.partial", "outcome.rejected", "outcome.unchanged", "severity.reject", "severity.warn", "severity.note",
        "end.superseded", "end.retracted", "catalog.added", "catalog.removed", "catalog.changed", "check.block", "check.warn",
        "rater.self", "rater.expert",
    ];

    /// <param name="of">command, kind, outcome, severity, end, catalog, check or rater.</param>
    public static string Of(Text text, string of, string code) => Known.Contains($"{of}.{code}") ? text["data.word." + of + "." + code] : code;

    /// <summary>"Sheet1!H7", "H7" or "row 12"; a dash where no place is known.</summary>
    public static string Place(Text text, string? sheet, string? cell, long? row)
    {
        var place = cell ?? (row is { } line ? text.Say("data.row", line.ToString(CultureInfo.InvariantCulture)) : null);
        return (sheet, place) switch
        {
            (null, null) => Format.Missing,
            (null, _) => place,
            (_, null) => sheet,
            _ => text.Say("data.place", sheet, place),
        };
    }

    /// <summary>"820 B", "12.3 kB", "4.5 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => Format.Number(bytes / 1000m, 1) + " kB",
        _ => Format.Number(bytes / 1_000_000m, 1) + " MB",
    };
}
