using LearningCity.Dashboard.Access;

namespace LearningCity.Dashboard.Components.Layout;

/// <summary>The main navigation, in order.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new("/", "nav.overview"),
        new("/rankings", "nav.rankings"),
        new("/indicators", "nav.indicators"),
        new("/gaps", "nav.gaps"),
        new("/trends", "nav.trends"),
        new("/districts", "nav.districts"),
        new("/data", "nav.data"),
        new("/sql", "nav.sql"),
        new("/methods", "nav.methods"),
    ];

    /// <summary>What stands in the navigation of a district that is not shown the others.</summary>
    private static readonly IReadOnlyList<NavigationEntry> OfDistricts =
    [
        new("/districts/own", "own.title"),
        new("/data/upload", "data.nav.upload"),
    ];

    /// <summary>Only what answers whoever asks.</summary>
    public static IEnumerable<NavigationEntry> Of(RequestViewer viewer) =>
        (viewer.May(Rule.City) ? Entries : OfDistricts).Where(e => PageRules.Of(e.Path) is { } rule && viewer.May(rule));
}

/// <param name="Key">Of its words in the resources.</param>
public sealed record NavigationEntry(string Path, string Key)
{
    /// <summary>Value of aria-current at <paramref name="path"/>: the page itself, one below it, or null.</summary>
    public string? Current(string path) =>
        path == Path ? "page"
        : Path != "/" && path.StartsWith(Path + "/", StringComparison.Ordinal) ? "true"
        : null;
}
