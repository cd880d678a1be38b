using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Trends;

/// <summary>The figures of the page of trends.</summary>
public sealed class TrendFigures(PageReading reading, Rater of, string by, Indicator? indicator, District? district, Dimension? dimension)
{
    private readonly Named subject = indicator?.Named() ?? dimension?.Named() ?? new Named(PageReading.Total, "总分", "Total");

    /// <summary>The city's mean, before it the district in view, behind them all districts in grey.</summary>
    public Figure Lines(IReadOnlyList<TrendRow> city, IReadOnlyList<DistrictCourse> courses)
    {
        var rows = city.ToDictionary(r => r.Round);
        var text = reading.Text;
        var rounds = reading.Rounds.Select(r => rows.GetValueOrDefault(r.Code) is { Comparable: false } row
            ? new TrendRound(r.Named(), false, text.Pick(row.ReasonZh ?? "", row.ReasonEn ?? ""))
            : new TrendRound(r.Named()));
        var mean = new TrendLine(
            new Named("", "全市平均", "City mean"), RowKind.City, [.. reading.Rounds.Select(r => rows.GetValueOrDefault(r.Code)?.Rate)]);
        var front = courses.Where(c => c.District.Code == district?.Code).Select(c => Line(c, false));
        var back = courses.Where(c => c.District.Code != district?.Code).Select(c => Line(c, true));
        return TrendFigure.Of(new TrendInput(subject, [.. rounds], [.. front, mean, .. back]), Context());
    }

    /// <summary>The last two rounds; null when there are fewer.</summary>
    public Figure? Slope(IReadOnlyList<DistrictCourse> courses)
    {
        if (reading.Rounds.Count < 2)
            return null;

        var lines = courses.Select(c => new SlopeLine(c.District.Named(), c.Rates[^2], c.Comparable ? c.Rates[^1] : null));
        return SlopeFigure.Of(
            new SlopeInput(reading.Rounds[^2].Named(), reading.Rounds[^1].Named(), [.. lines], district is null ? [] : [district.Code]), Context());
    }

    private static TrendLine Line(DistrictCourse course, bool back) => new(course.District.Named(), RowKind.District, course.Rates, back);

    private FigureContext Context() => FigureContexts.Of(
        reading, null, reading.Text[of == Rater.Self ? "of.self" : "of.expert"], ("by", indicator is null ? by : null), ("indicator", indicator?.Code),
        ("district", district?.Code), ("of", of == Rater.Self ? "self" : "expert"));
}
