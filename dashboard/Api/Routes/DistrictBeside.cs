using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Who a district is compared with, and why.</summary>
/// <param name="By">city, zone or nearest.</param>
public sealed record DistrictPeers(string By, string WhyZh, string WhyEn, IReadOnlyList<string> Districts);

/// <summary>What stands beside the indicator rows of a district.</summary>
/// <param name="Profile">The district's place in the round.</param>
/// <param name="NextRank">What it would take to rise; null for the first and for incomplete ones.</param>
/// <param name="Dimensions">The total first.</param>
/// <param name="History">All rounds of the district, oldest first.</param>
/// <param name="Comparison">Where it stands among its peers, those of its zone where the city was asked for, and whom it can learn from.</param>
public sealed record DistrictBeside(
    RankingRow Profile, DistrictPeers Peers, IReadOnlyList<PeerDifference> Strengths, IReadOnlyList<PeerDifference> Weaknesses,
    NextRank? NextRank, IReadOnlyList<DimensionResultRow> Dimensions, IReadOnlyList<ProfileRound> History,
    PeerComparison Comparison)
{
    public static DistrictBeside Of(DistrictProfile profile, PeerComparison comparison) => new(
        profile.Ranking, new(profile.Peers, profile.WhyZh, profile.WhyEn, profile.PeerDistricts),
        PeerDifferences.Strengths(profile), PeerDifferences.Weaknesses(profile),
        profile.Next, profile.Dimensions, profile.History, comparison);
}

/// <summary>The JSON answer of a district: <see cref="Writing.RowsAnswer{TRow}"/> with <see cref="DistrictBeside"/>; for the description alone.</summary>
public sealed record DistrictAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<DistrictIndicatorRow> Rows,
    RankingRow Profile, DistrictPeers Peers, IReadOnlyList<PeerDifference> Strengths, IReadOnlyList<PeerDifference> Weaknesses,
    NextRank? NextRank, IReadOnlyList<DimensionResultRow> Dimensions, IReadOnlyList<ProfileRound> History,
    PeerComparison Comparison);
