using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>What the page of one indicator shows.</summary>
/// <param name="Place">Of the indicator by mean points lost, most first; null without scores.</param>
/// <param name="History">The city's mean over the rounds.</param>
public sealed record IndicatorView(
    Round Round, Framework Framework, Indicator Indicator, Dimension Dimension, IndicatorSummaryRow? Summary, int? Place, int Indicators,
    Sorting Sort, IReadOnlyList<IndicatorResultRow> Districts, IReadOnlyList<TrendRow> History, Figure Spread, Indicator? Before, Indicator? After, string Lead,
    AgreementIndicator? Test, PanelRow? Panel, IReadOnlyList<WithheldRow> Withheld)
{
    public static IndicatorView Read(PageReading reading, string code)
    {
        var indicator = reading.Indicator(code) ?? reading.Indicators[0];
        var sort = reading.Sorting(new Sorting("rank", false), ["rank", "district", "expert", "self", "gap", "change", "sd"]);
        var results = IndicatorResults.Ask(reading.Snapshot, reading.Round.Code, indicator: indicator.Code).Rows;
        var summaries = IndicatorSummaries.Ask(reading.Snapshot, reading.Round.Code).Rows;
        var summary = summaries.FirstOrDefault(s => s.Indicator == indicator.Code);
        var at = reading.Indicators.ToList().FindIndex(i => i.Code == indicator.Code);
        var spread = IndicatorSpreadFigure.Of(
            new IndicatorSpreadInput(
                indicator.Named(), indicator.MaxPoints,
                [.. results.Select(r => new DistrictPoints(reading.Catalog.District(r.District)!.Named(), r.ExpertPoints))],
                summary?.MeanPoints, summary?.MedianRate * indicator.MaxPoints),
            FigureContexts.Of(reading, reading.Round, null, ("round", reading.Round.Code), ("indicator", indicator.Code)));
        // A round in view has scores, or it would not be on offer.
        var agreement = Agreements.Ask(reading.Snapshot, reading.Round.Code)!;
        var panel = Panels.Ask(reading.Snapshot, reading.Round.Code);
        return new IndicatorView(
            reading.Round, reading.Framework, indicator, reading.Dimensions.First(d => d.Code == indicator.Dimension), summary,
            summary?.PointsLost is null ? null : 1 + summaries.Count(s => s.PointsLost > summary.PointsLost), reading.Indicators.Count,
            sort, sort.Apply(results, r => Value(r, sort.Key)), Warehouse.Questions.Trends.Ask(reading.Snapshot, indicator: indicator.Code).Rows, spread,
            at > 0 ? reading.Indicators[at - 1] : null, at + 1 < reading.Indicators.Count ? reading.Indicators[at + 1] : null,
            IndicatorSentence.Of(summary, results, reading.Text),
            agreement.Indicators.FirstOrDefault(i => i.Indicator == indicator.Code), panel.Rows.FirstOrDefault(r => r.Indicator == indicator.Code),
            [
                .. WithheldStatistics.Ask(reading.Snapshot, reading.Round.Code, "rpt_indicator_quality").Concat(agreement.Withheld).Concat(panel.Withheld)
                    .Where(w => w.Code == indicator.Code),
            ]);
    }

    private static IComparable? Value(IndicatorResultRow row, string key) => key switch
    {
        "district" => row.District,
        "expert" => row.ExpertPoints,
        "self" => row.SelfPoints,
        "gap" => row.GapPoints,
        "change" => row.ChangeRate,
        "sd" => row.ExpertSd,
        _ => row.Rank,
    };
}
