using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>A district's rank under other weights, beside the official one.</summary>
/// <param name="OfficialRank">By expert total; null when not ranked, as what follows.</param>
/// <param name="Rate">Weighted rate, 0 to 1.</param>
/// <param name="PlacesMoved">Positive is up.</param>
public sealed record ReweightedRow(string District, string NameZh, string NameEn, int? OfficialRank, decimal? Rate, int? Rank, int? PlacesMoved);

/// <param name="Rows">By the new rank; districts that are not ranked last. Empty when the weights are not possible.</param>
public sealed record ReweightedRanking(
    string Snapshot, string Round, IReadOnlyDictionary<string, decimal> Weights, IReadOnlyList<ReweightedRow> Rows, IReadOnlyList<WithheldRow> Withheld);

/// <summary>How would the districts rank if the dimensions counted otherwise?</summary>
public static class ReweightedRankings
{
    /// <param name="weights">Of every dimension of the round's framework, in any unit.</param>
    public static ReweightedRanking Ask(SnapshotReader s, string round, IReadOnlyDictionary<string, decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var result = Reweighting.Of(RoundScores.Of(s, round, panel: false).Table(), weights);
        return new(
            s.Info.Id, round, weights,
            [
                .. (result.Value?.Districts ?? []).Select(d => (Place: d.Place.Value, District: s.Catalog.District(d.District)!))
                    .Select(d => new ReweightedRow(
                        d.District.Code, d.District.NameZh, d.District.NameEn, d.Place?.Official.Rank,
                        d.Place is { } p ? Math.Round(p.Rate, 6, MidpointRounding.AwayFromZero) : null, d.Place?.Reweighted.Rank, d.Place?.Moves))
                    .OrderBy(r => r.Rank is null).ThenBy(r => r.Rank).ThenBy(r => r.District, StringComparer.Ordinal),
            ],
            result.IsGiven ? [] : [WithheldRow.Of("rows", result.Withheld)]);
    }
}
