using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Samples;

namespace LearningCity.Dashboard.Figures;

/// <summary>All figures: what pages, <c>/figures/…</c>, the gallery and the tests go by.</summary>
public static class FigureCatalog
{
    public static IReadOnlyList<FigureEntry> All { get; } =
    [
        new(TotalsFigure.Name, "总分分布", "How the totals lie", "每个区一个点，沿总分排开；虚线为平均和中位。",
            "Each district a dot along its total; dashed lines are mean and median.", "Rankings", "/",
            c => TotalsFigure.Of(SampleFigures.Totals(), c), c => TotalsFigure.Of(new([], 100, null, null), c)),
        new(TileMapFigure.Name, "方格地图", "Tile map", "各区大致方位上的名次或得分率，颜色按五等分。",
            "Rank or score rate where each district roughly lies, coloured by fifths.", "Rankings", "/",
            c => TileMapFigure.Of(SampleFigures.Tiles(), c), c => TileMapFigure.Of(new([], TileMeasure.Rank), c)),
        new(BumpFigure.Name, "历轮名次", "Ranks over rounds", "各区名次随轮次的变化，最多突出四个区。",
            "How ranks moved over rounds, with up to four districts picked out.", "Rankings", "/rankings",
            c => BumpFigure.Of(SampleFigures.Ranks(), c), c => BumpFigure.Of(new([], [], []), c)),
        new(ImportanceFigure.Name, "重要性与表现", "Importance and performance", "各指标的分值对全市平均得分率；左上角应优先补短。",
            "Max points of indicators against the city's mean rate; what stands upper left comes first.", "IndicatorSummaries", "/indicators",
            c => ImportanceFigure.Of(SampleFigures.Importance(), c), c => ImportanceFigure.Of(new([], []), c)),
        new(IndicatorSpreadFigure.Name, "单项指标分布", "One indicator by district", "一项指标上各区的得分。",
            "How the districts did on one indicator.", "IndicatorResults", "/indicators/{code}",
            c => IndicatorSpreadFigure.Of(SampleFigures.Spread(), c), c => IndicatorSpreadFigure.Of(SampleFigures.Spread() with { Districts = [] }, c)),
        new(DumbbellFigure.Name, "自评与专评", "Self and expert score", "每区自评（菱形）与专评（圆），按差异排列。",
            "Self (diamond) and expert score (circle) of each district, sorted by gap.", "Gaps", "/gaps",
            c => DumbbellFigure.Of(SampleFigures.Gaps(), c), c => DumbbellFigure.Of(new([], 100), c)),
        new(AgreementFigure.Name, "一致性界限", "Limits of agreement", "自评与专评之差对两者平均，附平均差异和 95% 界限。",
            "Difference over mean of self and expert, with the mean difference and its 95% limits.", "Gaps", "/gaps",
            c => AgreementFigure.Of(SampleFigures.Agreement(), c), c => AgreementFigure.Of(new([], null, null, null), c)),
        new(TrendFigure.Name, "得分率变化", "Score rate over rounds", "全市、功能区、区或指标的得分率；口径不同处断开。",
            "Score rate of city, zone, district or indicator; broken where rounds cannot be compared.", "Trends", "/trends",
            c => TrendFigure.Of(SampleFigures.Trend(), c), c => TrendFigure.Of(new(new("total", "总分", "Total"), [], []), c)),
        new(SlopeFigure.Name, "两轮对比", "Two rounds compared", "两轮得分率之间的升降。",
            "What rose and what fell between two rounds.", "Trends", "/trends",
            c => SlopeFigure.Of(SampleFigures.Slope(), c), c => SlopeFigure.Of(SampleFigures.Slope() with { Lines = [] }, c)),
        new(ZonesFigure.Name, "功能区比较", "Zones compared", "各功能区内各区的得分率与功能区平均。",
            "The districts of each zone and the zone's mean.", "Rankings", "/trends",
            c => ZonesFigure.Of(SampleFigures.Zones(), c), c => ZonesFigure.Of(SampleFigures.Zones() with { Zones = [] }, c)),
        new(SpineFigure.Name, "各指标位置", "Indicators against peers", "一个区每项指标在各区中的位置：最低、四分位、中位、最高和本区。",
            "One district on each indicator among its peers: worst, quartiles, median, best and its own.", "DistrictProfiles", "/districts/{code}",
            c => SpineFigure.Of(SampleFigures.Spine(), c), c => SpineFigure.Of(SampleFigures.Spine() with { Rows = [] }, c)),
    ];

    public static FigureEntry? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
