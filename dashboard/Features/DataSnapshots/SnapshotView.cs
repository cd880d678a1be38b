using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Filters;
using LearningCity.Dashboard.Features.DataChecks;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataSnapshots;

/// <summary>What the page of one snapshot shows, which need not be the one in view.</summary>
/// <param name="Tables">Its tables with their rows, as it describes them itself.</param>
/// <param name="Rounds">Those with scores.</param>
/// <param name="Before">The one published before it; null for the oldest that is kept.</param>
/// <param name="Current">The one that is served.</param>
public sealed record SnapshotView(
    SnapshotInfo Info, IReadOnlyList<DictionaryRow> Tables, IReadOnlyList<RoundSummaryRow> Rounds, IReadOnlyList<CheckLine> Checks,
    SnapshotInfo? Before, string? Current)
{
    public static SnapshotView? Read(PageContext page, SnapshotStore store, string id)
    {
        using var snapshot = store.Lease(page.Viewer, id);
        if (snapshot is null)
        {
            Unknown(page, store, id);
            return null;
        }

        var listed = store.List();
        return new SnapshotView(
            snapshot.Info,
            [.. Dictionary.Ask(snapshot).Rows.Where(r => r.Column is null)],
            [.. RoundSummaries.Ask(snapshot).Rows.Where(r => snapshot.Info.Rounds.Contains(r.Round))],
            CheckLine.Read(snapshot),
            listed.FirstOrDefault(i => i.PublishedAt < snapshot.Info.PublishedAt),
            store.Current?.Id);
    }

    /// <summary>Says that there is no snapshot of that id, and which there are.</summary>
    public static void Unknown(PageContext page, SnapshotStore store, string id) => page.Refuse(
        "snapshot", id, [.. store.List().Select(s => new Choice(s.Id, page.Url.To("/data/snapshots/" + s.Id, ("snapshot", null)), false))]);
}
