using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Who a district is compared with, and why.</summary>
/// <param name="By">city or zone.</param>
public sealed record DistrictPeers(string By, string WhyZh, string WhyEn, IReadOnlyList<string> Districts);

/// <summary>What stands beside the indicator rows of a district.</summary>
/// <param name="Profile">The district's place in the round.</param>
/// <param name="NextRank">What it would take to rise; null for the first and for incomplete ones.</param>
/// <param name="Dimensions">The total first.</param>
/// <param name="History">All rounds of the district, oldest first.</param>
public sealed record DistrictBeside(
    RankingRow Profile, DistrictPeers Peers, IReadOnlyList<PeerDifference> Strengths, IReadOnlyList<PeerDifference> Weaknesses,
    NextRank? NextRank, IReadOnlyList<DimensionResultRow> Dimensions, IReadOnlyList<ProfileRound> History)
{
    public static DistrictBeside Of(DistrictProfile profile, CityCatalog catalog) => new(
        profile.Ranking, PeersOf(profile, catalog),
        PeerDifferences.Strengths(profile), PeerDifferences.Weaknesses(profile),
        profile.Next, profile.Dimensions, profile.History);

    private static DistrictPeers PeersOf(DistrictProfile profile, CityCatalog catalog)
    {
        var zone = catalog.District(profile.Ranking.District)!;
        return profile.Peers == DistrictProfiles.Zone
            ? new(profile.Peers, $"同属{zone.ZoneZh}", $"in the same zone, {zone.ZoneEn}", profile.PeerDistricts)
            : new(profile.Peers, "本轮参评的所有区", "all districts of the round", profile.PeerDistricts);
    }
}

/// <summary>The JSON answer of a district: <see cref="Writing.RowsAnswer{TRow}"/> with <see cref="DistrictBeside"/>; for the description alone.</summary>
public sealed record DistrictAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<DistrictIndicatorRow> Rows,
    RankingRow Profile, DistrictPeers Peers, IReadOnlyList<PeerDifference> Strengths, IReadOnlyList<PeerDifference> Weaknesses,
    NextRank? NextRank, IReadOnlyList<DimensionResultRow> Dimensions, IReadOnlyList<ProfileRound> History);
