using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Methods;

/// <summary>What the worked examples of /methods are taken from: the statistics of one round of the snapshot in view.</summary>
public sealed record MethodData(
    Text Text, CityCatalog Catalog, Round Round, RoundSummaryRow Summary, IReadOnlyList<RankingRow> Ranked, Agreement Agreement, PanelAnswer Panel,
    RankCertainty Certainty, RoundChange Change, IReadOnlyList<IndicatorSummaryRow> Indicators, IReadOnlyList<ScaleQualityRow> Scales,
    TrendSummary Trend, PeerComparison? Peers, DistrictProfile? Profile, ReweightedRanking Reweighted, WhatIfAnswer? WhatIf)
{
    /// <summary>Made once a snapshot and language: the examples take every statistic there is.</summary>
    public static MethodData Read(PageReading reading) => reading.Snapshot.Known(
        nameof(MethodData), new { reading.Round.Code, reading.Text.IsChinese }, data => data.Ranked.Count + data.Reweighted.Rows.Count, () => Make(reading));

    private static MethodData Make(PageReading reading)
    {
        var (s, round) = (reading.Snapshot, reading.Round.Code);
        var ranked = Warehouse.Questions.Rankings.Ask(s, round).Rows.Where(r => r.Complete).ToList();
        var first = ranked.Count == 0 ? null : ranked[0].District;
        var middle = ranked.Count == 0 ? null : ranked[ranked.Count / 2].District;
        return new MethodData(
            reading.Text, reading.Catalog, reading.Round, RoundSummaries.Ask(s).Rows.First(r => r.Round == round), ranked,
            Agreements.Ask(s, round), Panels.Ask(s, round), RankCertainties.Ask(s, round), RoundChanges.Ask(s, round),
            IndicatorSummaries.Ask(s, round).Rows, ScaleQualities.Ask(s, round).Rows, TrendSummaries.Of(Warehouse.Questions.Trends.Ask(s).Rows).Summary,
            first is null ? null : PeerComparisons.Ask(s, first, round, PeerComparisons.Nearest),
            middle is null ? null : DistrictProfiles.Ask(s, middle, round),
            ReweightedRankings.Ask(s, round, reading.Dimensions.ToDictionary(d => d.Code, _ => 1m)),
            middle is null ? null : WhatIfs.Ask(s, middle, round, reading.Indicators.ToDictionary(i => i.Code, i => i.MaxPoints)));
    }

    /// <summary>The whole round's test of the total; null where there is nothing to compare.</summary>
    public RoundChangeRow? TotalChange => Change.Rows is [var total, ..] ? total : null;

    /// <summary>All reasons of the round.</summary>
    public IEnumerable<WithheldRow> Reasons => [.. Agreement.Withheld, .. Panel.Withheld, .. Certainty.Withheld, .. Change.Withheld];

    public string Name(string district) => Catalog.District(district) is { } d ? Text.Pick(d.NameZh, d.NameEn) : district;
}
