using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Outlines;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Overview;

/// <summary>What the first page shows: one round in a minute.</summary>
/// <param name="Previous">The round before; null for the first.</param>
public sealed record OverviewView(
    Round Round, Framework Framework, RoundSummaryRow Summary, RoundSummaryRow? Previous,
    IReadOnlyList<RankingRow> Districts, IReadOnlyList<RankingRow> Movers, IReadOnlyList<DimensionMean> Dimensions,
    Attention Attention, Figure Map, Figure Totals, string Lead)
{
    private const int MoversShown = 6;

    public static OverviewView Read(PageReading reading, OutlineSet? outlines)
    {
        var round = reading.Round;
        var summaries = RoundSummaries.Ask(reading.Snapshot).Rows.Where(s => reading.Rounds.Any(r => r.Code == s.Round)).ToList();
        var at = summaries.FindIndex(s => s.Round == round.Code);
        var summary = summaries[at];
        var previous = at > 0 ? summaries[at - 1] : null;
        var districts = Warehouse.Questions.Rankings.Ask(reading.Snapshot, round.Code).Rows;
        var indicators = IndicatorSummaries.Ask(reading.Snapshot, round.Code).Rows;
        var context = FigureContexts.Of(reading, round, null, ("round", round.Code));
        return new OverviewView(
            round, reading.Framework, summary, previous, districts,
            [
                .. districts.Where(d => d.RankChange is not null and not 0)
                    .OrderByDescending(d => Math.Abs(d.RankChange!.Value)).ThenBy(d => d.Rank).Take(MoversShown),
            ],
            DimensionMean.Of(reading, previous?.Round), Attention.Of(reading.Snapshot, round.Code, districts),
            TileMapFigure.Of(
                new TileMapInput([.. districts.Select(d => new DistrictTile(Name(d), d.Rank, d.Rate))], TileMeasure.Rank), context with { Outlines = outlines }),
            TotalsFigure.Of(
                new TotalsInput(
                    [.. districts.Select(d => new DistrictPoints(Name(d), d.Complete ? d.Points : null))], summary.MaxPoints, summary.MeanPoints, summary.MedianPoints),
                context),
            OverviewSentence.Of(summary, previous, districts, indicators, reading.Text));
    }

    private static Named Name(RankingRow d) => new(d.District, d.NameZh, d.NameEn, d.ShortZh);
}

/// <summary>A dimension's mean rate over the districts that are complete in it, with the round before.</summary>
public sealed record DimensionMean(Dimension Dimension, decimal? Rate, decimal? SelfRate, decimal? Previous)
{
    public static IReadOnlyList<DimensionMean> Of(PageReading reading, string? previous)
    {
        var now = DimensionResults.Ask(reading.Snapshot, reading.Round.Code).Rows;
        // Another framework's dimension of the same code is another dimension.
        var sameFramework = previous is not null && reading.Catalog.Round(previous)?.Framework == reading.Round.Framework;
        var before = sameFramework ? DimensionResults.Ask(reading.Snapshot, previous!).Rows : [];
        return
        [
            .. reading.Dimensions.Select(d => new DimensionMean(
                d, Means.Of(now.Where(r => r.Dimension == d.Code).Select(r => r.ExpertRate)), Means.Of(now.Where(r => r.Dimension == d.Code).Select(r => r.SelfRate)),
                Means.Of(before.Where(r => r.Dimension == d.Code).Select(r => r.ExpertRate)))),
        ];
    }
}
