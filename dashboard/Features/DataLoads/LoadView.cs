using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Filters;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataLoads;

/// <summary>What the page of one load shows.</summary>
/// <param name="Rejected">What was sent back or remarked on, by rule.</param>
public sealed record LoadView(LoadRow Load, IReadOnlyList<SourceFileRow> Files, IReadOnlyList<RejectedCount> Rejected)
{
    public static LoadView? Read(PageContext page, SnapshotReader snapshot, int number)
    {
        if (Loads.Ask(snapshot, number).Rows is [var load])
            return new LoadView(load, Loads.Files(snapshot, number).Rows, [.. RejectedRows.Count(snapshot).Rows.Where(r => r.Load == number)]);

        page.Refuse("load", Format.Count(number), [.. Loads.Ask(snapshot).Rows.Take(20).Select(
            l => new Choice(page.Text.Say("data.load.name", Format.Count(l.Load)), page.Url.To("/data/loads/" + Format.Count(l.Load)), false))]);
        return null;
    }
}
