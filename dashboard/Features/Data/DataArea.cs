using LearningCity.Dashboard.Components.Layout;

namespace LearningCity.Dashboard.Features.Data;

/// <summary>The pages about the data themselves, in the order of their navigation.</summary>
public static class DataArea
{
    public static readonly NavigationEntry Hub = new("/data", "data.nav.hub");

    public static readonly IReadOnlyList<NavigationEntry> Pages =
    [
        new("/data/snapshots", "data.nav.snapshots"),
        new("/data/loads", "data.nav.loads"),
        new("/data/rejected", "data.nav.rejected"),
        new("/data/checks", "data.nav.checks"),
        new("/data/lineage", "data.nav.lineage"),
        new("/data/dictionary", "data.nav.dictionary"),
        new("/data/downloads", "data.nav.downloads"),
        new("/data/upload", "data.nav.upload"),
        new("/data/audit", "data.nav.audit"),
    ];
}
