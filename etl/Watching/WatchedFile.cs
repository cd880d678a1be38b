using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Watching;

/// <summary>What became of one file that arrived in a watched folder.</summary>
/// <param name="Path">Within the watched folder, as it arrived.</param>
/// <param name="Outcome"><c>accepted</c>, <c>partial</c>, <c>rejected</c> or <c>unchanged</c>.</param>
/// <param name="MovedTo">Within the watched folder; null when it could not be moved and is still where it was.</param>
/// <param name="Reasons">The file of reasons beside a returned one, within the watched folder; null for one that was not returned.</param>
/// <param name="Rejected">Places that are to be mended.</param>
/// <param name="Warnings">Places that were accepted with a remark.</param>
public sealed record WatchedFile(
    string Path, string Outcome, string? MovedTo, string? Reasons, IReadOnlyList<UnitOutcome> Units, int Rejected, int Warnings)
{
    public bool Returned => Outcome is "rejected" or "partial";

    public long Added => Units.Sum(u => u.Added);

    public long Superseded => Units.Sum(u => u.Superseded);

    public long Unchanged => Units.Sum(u => u.Unchanged);
}

