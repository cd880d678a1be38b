using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>What is to be known about a district's data of one round before they are relied on.</summary>
/// <param name="NoExpert">Indicators without an expert score.</param>
/// <param name="NoSelf">Indicators without a self score.</param>
/// <param name="Findings">Rows that the loader sent back or remarked on, newest load first.</param>
/// <param name="Experts">Fewest and most named experts on an indicator; null when none is named.</param>
public sealed record DataQuality(
    IReadOnlyList<IndicatorResultRow> NoExpert, IReadOnlyList<IndicatorResultRow> NoSelf, IReadOnlyList<RejectedRow> Findings, (int Fewest, int Most)? Experts)
{
    public int Of(string severity) => Findings.Count(f => f.Severity == severity);

    public static DataQuality Read(SnapshotReader snapshot, DistrictProfile profile)
    {
        var results = profile.Indicators.Select(i => i.Result).ToList();
        var experts = results.Where(r => r.Experts > 0).Select(r => r.Experts).ToList();
        return new DataQuality(
            [.. results.Where(r => r.ExpertPoints is null)], [.. results.Where(r => r.SelfPoints is null)],
            RejectedRows.Ask(snapshot, round: profile.Round, district: profile.Ranking.District).Rows,
            experts.Count == 0 ? null : (experts.Min(), experts.Max()));
    }
}
