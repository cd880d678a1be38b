using LearningCity.Dashboard.Components;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Trends;

/// <summary>One district's rates over the rounds in view.</summary>
/// <param name="Rates">One for each round; null where there is none.</param>
/// <param name="LastChange">In the last round, against the district's own previous one; null when it has none or cannot be compared.</param>
/// <param name="Comparable">Whether the last round can be compared with the one before.</param>
public sealed record DistrictCourse(District District, IReadOnlyList<decimal?> Rates, decimal? LastChange, bool Comparable)
{
    public static DistrictCourse Of(District district, IReadOnlyList<Round> rounds, IReadOnlyList<TrendRow> rows)
    {
        var byRound = rows.ToDictionary(r => r.Round);
        var last = byRound.GetValueOrDefault(rounds[^1].Code);
        return new DistrictCourse(
            district, [.. rounds.Select(r => byRound.GetValueOrDefault(r.Code)?.Rate)], last?.Rate is null ? null : last.Change, last?.Comparable ?? true);
    }
}

/// <summary>The plain mean of a zone's districts over the rounds; n differs from round to round.</summary>
public sealed record ZoneCourse(string Zone, string NameZh, string NameEn, IReadOnlyList<decimal?> Rates, IReadOnlyList<int> N)
{
    public static IReadOnlyList<ZoneCourse> Of(IReadOnlyList<DistrictCourse> courses, int rounds) =>
    [
        .. courses.GroupBy(c => c.District.Zone).Select(zone => new ZoneCourse(
            zone.Key, zone.First().District.ZoneZh, zone.First().District.ZoneEn,
            [.. Enumerable.Range(0, rounds).Select(i => Means.Of(zone.Select(c => c.Rates[i])))],
            [.. Enumerable.Range(0, rounds).Select(i => zone.Count(c => c.Rates[i] is not null))])),
    ];
}

public static class Courses
{
    /// <summary>The foot of a scale that holds all rates: the lowest, rounded down to a tenth, at most 0.9.</summary>
    public static decimal Floor(IEnumerable<decimal?> rates)
    {
        var present = rates.OfType<decimal>().ToList();
        return present.Count == 0 ? 0 : Math.Min(0.9m, Math.Floor(present.Min() * 10) / 10);
    }
}
