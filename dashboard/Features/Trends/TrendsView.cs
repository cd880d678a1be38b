using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Trends;

/// <summary>What the page of trends shows: one subject (the total, a dimension or an indicator) over the rounds, for the city, a zone or a
/// district.</summary>
/// <param name="Subject">What is followed, in words.</param>
/// <param name="Series">The series in front: the district, else the city's mean.</param>
/// <param name="Districts">Every district's course.</param>
/// <param name="Summary">Of the series in front.</param>
/// <param name="Change">Of the latest round against the one before, over the whole city.</param>
public sealed record TrendsView(
    Rater Of, string By, Indicator? Indicator, District? District, string Subject, IReadOnlyList<Round> Rounds,
    IReadOnlyList<TrendRow> Series, IReadOnlyList<DistrictCourse> Districts, IReadOnlyList<ZoneCourse> Zones, decimal Floor,
    Figure Lines, Figure? Slope, IReadOnlyList<IndicatorSummaryRow> Indicators, string Lead,
    TrendSummary Summary, IReadOnlyList<WithheldRow> SummaryWithheld, RoundChange Change)
{
    public static TrendsView Read(PageReading reading)
    {
        var (of, by, text) = (reading.Of(), reading.By(), reading.Text);
        var indicator = reading.IndicatorEver(reading.Url["indicator"]);
        var district = reading.District(reading.Url["district"]);
        var dimension = indicator is null && by != PageReading.Total ? reading.Dimensions.First(d => d.Code == by) : null;
        IReadOnlyList<TrendRow> Ask(string? of0) =>
            Warehouse.Questions.Trends.Ask(reading.Snapshot, of0, indicator?.Code, dimension?.Code, of).Rows;

        var (city, all) = (Ask(null), Ask("*"));
        var byDistrict = all.ToLookup(r => r.District);
        var series = district is null ? city : [.. byDistrict[district.Code]];
        var rounds = reading.Rounds;
        var subject = indicator is not null ? $"{reading.Number(indicator)} {reading.Label(indicator)}"
            : dimension is not null ? reading.Name(dimension) : text["by.total"];
        var courses = reading.Catalog.Districts
            .Select(d => DistrictCourse.Of(d, rounds, [.. byDistrict[d.Code]])).Where(c => c.Rates.Any(r => r is not null)).ToList();
        var zones = ZoneCourse.Of(courses, rounds.Count);
        var (summary, withheld) = TrendSummaries.Of(series);
        var figures = new TrendFigures(reading, of, by, indicator, district, dimension);
        return new TrendsView(
            of, by, indicator, district, subject, rounds, series, [.. courses.OrderByDescending(c => c.LastChange ?? decimal.MinValue)], zones,
            Courses.Floor(courses.SelectMany(c => c.Rates)), figures.Lines(city, courses), figures.Slope(courses),
            [
                .. IndicatorSummaries.Ask(reading.Snapshot, rounds[^1].Code).Rows
                    .Where(i => i.ChangeRate is not null).OrderByDescending(i => i.ChangeRate),
            ],
            TrendsSentence.Of(city, district is null ? null : series, courses, text), summary, withheld, RoundChanges.Ask(reading.Snapshot, rounds[^1].Code));
    }
}
