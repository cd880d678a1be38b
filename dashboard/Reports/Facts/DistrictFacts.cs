using LearningCity.Dashboard.Features.Districts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Facts;

/// <summary>What the report of one district rests on.</summary>
/// <param name="City">Of the same round.</param>
/// <param name="Peers">The nearest districts, as the district's page names them.</param>
public sealed record DistrictFacts(
    RoundFacts City, District District, DistrictProfile Profile, PeerComparison Peers, DataQuality Quality)
{
    public RankingRow Ranking => Profile.Ranking;

    public IEnumerable<IndicatorResultRow> Results => Profile.Indicators.Select(i => i.Result);

    /// <returns>Null when the district was not evaluated in the round.</returns>
    public static DistrictFacts? Read(RoundFacts city, District district)
    {
        var (snapshot, round) = (city.Snapshot, city.Round.Code);
        return DistrictProfiles.Ask(snapshot, district.Code, round) is { } profile
            && PeerComparisons.Ask(snapshot, district.Code, round, PeerComparisons.Nearest) is { } peers
            ? new DistrictFacts(city, district, profile, peers, DataQuality.Read(snapshot, profile))
            : null;
    }

    /// <summary>Names of districts by their codes.</summary>
    public IReadOnlyList<string> Names(IEnumerable<string> codes, Text text) =>
        [.. codes.Select(code => City.Catalog.District(code) is { } d ? text.Pick(d.NameZh, d.NameEn) : code)];
}
