using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>Where a series ends because its indicator did not live on, says so in a row of the first round without it.</summary>
internal static class TrendEnds
{
    public static IReadOnlyList<TrendRow> Add(SnapshotReader s, string indicator, IReadOnlyList<TrendRow> rows)
    {
        if (rows.Count == 0)
            return rows;
        var framework = rows[^1].Framework;
        var scored = s.Info.Rounds.ToHashSet();
        var versions = s.Catalog.Frameworks.Select((f, n) => (f.Code, n)).ToDictionary(f => f.Code, f => f.n);
        var after = s.Catalog.Rounds.FirstOrDefault(r => scored.Contains(r.Code) && versions[r.Framework] > versions[framework]);
        if (after is null || s.Catalog.Indicator(after.Framework, indicator) is not null)
            return rows;
        var links = LineageKinds.Of(s.Catalog).Where(l => l.FromFramework == framework && l.FromIndicator == indicator).ToList();
        var reason = links.Count == 0 ? Crosswalk.Unlinked : string.Join(",", links.Select(l => l.Kind).Distinct());
        var detail = string.Join("; ", links.Select(l => $"{indicator}→{l.ToIndicator}"));
        return [.. rows.GroupBy(r => r.District).SelectMany(series => series.Append(new(
            after.Code, after.NameZh, after.NameEn, after.Date, after.Framework,
            series.Key, series.First().NameZh, series.First().NameEn, Crosswalk.IndicatorScope, indicator,
            null, null, null, null, 0, series.LastOrDefault(r => r.Rate is not null)?.Round, null, false, reason, detail)))];
    }
}
