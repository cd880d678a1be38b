using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>One published snapshot, as the API lists it.</summary>
/// <param name="Id">What <c>?snapshot=</c> takes.</param>
/// <param name="Current">Whether it is the one served when none is pinned.</param>
/// <param name="Load">The last load that it contains.</param>
/// <param name="Rounds">Rounds with scores, oldest first.</param>
/// <param name="Scores">Number of scores in force.</param>
public sealed record SnapshotRow(
    string Id, DateTimeOffset PublishedAt, bool Current, bool Sample, int Load, IReadOnlyList<string> Rounds, long Scores,
    int ChecksWarned, string Sha256)
{
    /// <summary>All that can be pinned, latest first.</summary>
    public static Reply<SnapshotRow> Ask(Asked asked) => new Answer<SnapshotRow>(
        asked.Snapshot.Info.Id,
        Round: null,
        [.. asked.Store.List().Select(s => new SnapshotRow(
            s.Id, s.PublishedAt, s.Id == asked.Store.Current?.Id, s.Sample, s.Load, s.Rounds, s.Rows.GetValueOrDefault("fct_score"),
            s.ChecksWarned, s.Sha256))]);
}
