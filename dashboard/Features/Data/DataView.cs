using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Data;

/// <summary>What the front page of the data area shows.</summary>
public sealed record DataView(SnapshotInfo Info, DataSummary Summary, string Lead)
{
    public static DataView Read(PageContext page, SnapshotReader snapshot)
    {
        var summary = DataSummaries.Ask(snapshot);
        return new DataView(snapshot.Info, summary, Sentence(snapshot.Info, summary, page.Text));
    }

    /// <summary>How much there is and from where; what was sent back; what the checks say.</summary>
    internal static string Sentence(SnapshotInfo info, DataSummary summary, Text text) => string.Join(text["sentence.between"],
    [
        text.Say("data.lead.scores", Format.Whole(summary.Scores), Format.Count(info.Rounds.Count), Format.Whole(summary.Files)),
        summary.Rejected > 0 ? text.Count("data.lead.rejected", (int)summary.Rejected) : text["data.lead.none"],
        summary.ChecksWarned > 0 ? text.Count("data.lead.checks", summary.ChecksWarned) : text["data.lead.passed"],
    ]);
}
