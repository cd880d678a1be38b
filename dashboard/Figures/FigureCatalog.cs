using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Samples;

namespace LearningCity.Dashboard.Figures;

/// <summary>All figures: what pages, <c>/figures/…</c>, the gallery and the tests go by.</summary>
public static class FigureCatalog
{
    public static IReadOnlyList<FigureEntry> All { get; } =
    [
        new(
            TotalsFigure.Name, "Rankings", "/", [Parameters.Round, Parameters.Of, Parameters.District], RoundFigures.Totals,
            c => TotalsFigure.Of(SampleFigures.Totals(), c), c => TotalsFigure.Of(new([], 100, null, null), c)),
        new(
            TileMapFigure.Name, "Rankings", "/", [Parameters.Round, Parameters.Of, FigureParameters.Show], RoundFigures.Tiles,
            c => TileMapFigure.Of(SampleFigures.Tiles(), c), c => TileMapFigure.Of(new([], TileMeasure.Rank), c)),
        new(
            BumpFigure.Name, "Rankings", "/rankings", [Parameters.By, Parameters.Of, FigureParameters.Pick], CourseFigures.Ranks,
            c => BumpFigure.Of(SampleFigures.Ranks(), c), c => BumpFigure.Of(new([], [], []), c)),
        new(
            RankIntervalFigure.Name, "RankCertainties", "/rankings", [Parameters.Round], RoundFigures.RankInterval,
            c => RankIntervalFigure.Of(SampleFigures.RankInterval(), c), c => RankIntervalFigure.Of(new([]), c)),
        new(
            ImportanceFigure.Name, "IndicatorSummaries", "/indicators", [Parameters.Round], RoundFigures.Importance,
            c => ImportanceFigure.Of(SampleFigures.Importance(), c), c => ImportanceFigure.Of(new([], []), c)),
        new(
            IndicatorSpreadFigure.Name, "IndicatorResults", "/indicators/{code}",
            [Parameters.Round, Parameters.Needed(Parameters.Indicator), Parameters.Of, Parameters.District], RoundFigures.Spread,
            c => IndicatorSpreadFigure.Of(SampleFigures.Spread(), c), c => IndicatorSpreadFigure.Of(SampleFigures.Spread() with { Districts = [] }, c)),
        new(
            DumbbellFigure.Name, "Gaps", "/gaps", [Parameters.Round, FigureParameters.Zone], RoundFigures.Gaps,
            c => DumbbellFigure.Of(SampleFigures.Gaps(), c), c => DumbbellFigure.Of(new([], 100), c)),
        new(
            AgreementFigure.Name, "Gaps", "/gaps", [Parameters.Round, FigureParameters.Zone], RoundFigures.Agreement,
            c => AgreementFigure.Of(SampleFigures.Agreement(c.Language), c), c => AgreementFigure.Of(new([], null, null, null), c)),
        new(
            TrendFigure.Name, "Trends", "/trends", [Parameters.By, Parameters.Indicator, Parameters.District, Parameters.Of], CourseFigures.Trend,
            c => TrendFigure.Of(SampleFigures.Trend(), c), c => TrendFigure.Of(SampleFigures.Trend() with { Lines = [] }, c)),
        new(
            SlopeFigure.Name, "Trends", "/trends", [Parameters.By, Parameters.Indicator, Parameters.District, Parameters.Of], CourseFigures.Slope,
            c => SlopeFigure.Of(SampleFigures.Slope(), c), c => SlopeFigure.Of(SampleFigures.Slope() with { Lines = [] }, c)),
        new(
            ZonesFigure.Name, "Rankings", "/trends", [Parameters.Round, Parameters.By, Parameters.Of], RoundFigures.Zones,
            c => ZonesFigure.Of(SampleFigures.Zones(), c), c => ZonesFigure.Of(SampleFigures.Zones() with { Zones = [] }, c)),
        new(
            SpineFigure.Name, "DistrictProfiles", "/districts/{code}", [Parameters.Round, Parameters.Needed(Parameters.District), Parameters.PeersOrNearest], RoundFigures.Spine,
            c => SpineFigure.Of(SampleFigures.Spine(c), c), c => SpineFigure.Of(SampleFigures.Spine(c) with { Rows = [] }, c)),
        new(
            CompareFigure.Name, "IndicatorResults", "/districts/{code}", [Parameters.Round, Parameters.Needed(Parameters.District), FigureParameters.With], RoundFigures.Compare,
            c => CompareFigure.Of(SampleFigures.Compare(), c), c => CompareFigure.Of(new([], []), c)),
    ];

    public static FigureEntry? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
