using LearningCity.Dashboard.Features.Overview;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Reports.Facts;

/// <summary>What the reports of one round rest on, asked of the snapshot once for all of them.</summary>
/// <param name="Store">Where the snapshot came from; figures ask for it.</param>
/// <param name="Previous">The evaluated round before; null for the first.</param>
/// <param name="Certainty">How firm ranks are, as <paramref name="Agreement"/> and <paramref name="Panel"/> of what they say.</param>
/// <param name="WeakBelow">Rates below this are in the lowest fifth of the round.</param>
public sealed record RoundFacts(
    SnapshotReader Snapshot, SnapshotStore Store, Round Round, Framework Framework, IReadOnlyList<Indicator> Indicators,
    RoundSummaryRow Summary, RoundSummaryRow? Previous, IReadOnlyList<RankingRow> Ranking, IReadOnlyList<DimensionResultRow> Dimensions,
    IReadOnlyList<IndicatorResultRow> Results, IReadOnlyList<IndicatorSummaryRow> Summaries, Agreement Agreement, RankCertainty Certainty,
    PanelAnswer Panel, RoundChange Changes, IReadOnlyList<RejectedRow> Rejected, decimal WeakBelow)
{
    public CityCatalog Catalog => Snapshot.Catalog;

    public SnapshotInfo Info => Snapshot.Info;

    public static RoundFacts Read(SnapshotReader snapshot, SnapshotStore store, Round round)
    {
        var summaries = RoundSummaries.Ask(snapshot).Rows.Where(s => snapshot.Info.Rounds.Contains(s.Round)).ToList();
        var at = summaries.FindIndex(s => s.Round == round.Code);
        var results = IndicatorResults.Ask(snapshot, round.Code).Rows;
        return new RoundFacts(
            snapshot, store, round, snapshot.Catalog.Framework(round.Framework)!, [.. snapshot.Catalog.IndicatorsOf(round.Framework)],
            summaries[at], at > 0 ? summaries[at - 1] : null, Rankings.Ask(snapshot, round.Code).Rows, DimensionResults.Ask(snapshot, round.Code).Rows,
            results, IndicatorSummaries.Ask(snapshot, round.Code).Rows, Agreements.Ask(snapshot, round.Code), RankCertainties.Ask(snapshot, round.Code),
            Panels.Ask(snapshot, round.Code), RoundChanges.Ask(snapshot, round.Code), RejectedRows.Ask(snapshot, round: round.Code).Rows,
            Attention.WeakBelow(results));
    }
}
