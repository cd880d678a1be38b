namespace LearningCity.Warehouse.Statistics;

/// <summary>What a district would have with other points on some indicators, everybody else unchanged.</summary>
/// <param name="Interval">Rank interval with the same draws as before, so that the two can be compared.</param>
public sealed record Outcome(decimal Points, Place Place, Statistic<RankInterval> Interval);

/// <param name="Before">As it is; withheld when the district is not ranked.</param>
/// <param name="After">As it would be.</param>
public sealed record WhatIfResult(string District, Statistic<Outcome> Before, Statistic<Outcome> After);

/// <summary>
/// What if: new points on chosen indicators give the new total, rank and rank interval. The experts' differences on a changed
/// indicator stay as they were, within 0 … max points. A choice that names no indicator or lies outside 0 … max points is
/// withheld with the reason. Points given for missing scores complete the district.
/// </summary>
public static class WhatIf
{
    /// <param name="changes">New points by indicator.</param>
    /// <exception cref="ArgumentException">There is no such district.</exception>
    public static WhatIfResult Of(
        ScoreTable table, string district, IReadOnlyDictionary<string, decimal> changes, RankIntervalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(changes);
        var index = NextRank.IndexOf(table, district);
        var before = Outcome(table, index, settings);
        var invalid = changes.Select(change => Invalid(table, change.Key, change.Value)).FirstOrDefault(w => w is not null);
        if (invalid is not null)
        {
            return new WhatIfResult(district, before, invalid);
        }

        var own = table.Districts[index];
        var changed = own with
        {
            Points = [.. own.Points.Select((points, j) =>
                changes.TryGetValue(table.Indicators[j].Indicator, out var chosen) ? chosen : points)],
        };
        var after = table with { Districts = [.. table.Districts.Select((d, i) => i == index ? changed : d)] };
        return new WhatIfResult(district, before, Outcome(after, index, settings));
    }

    private static Withheld? Invalid(ScoreTable table, string indicator, decimal points) =>
        table.Indicators.FirstOrDefault(i => i.Indicator == indicator) is not { } known
            ? Withheld.InvalidChoice($"没有指标{indicator}", $"There is no indicator {indicator}")
            : points < 0 || points > known.MaxPoints
                ? Withheld.InvalidChoice(
                    FormattableString.Invariant($"指标{indicator}的得分应在0至{known.MaxPoints:0.##}之间"),
                    FormattableString.Invariant($"The points of {indicator} lie between 0 and {known.MaxPoints:0.##}"))
                : null;

    private static Statistic<Outcome> Outcome(ScoreTable table, int index, RankIntervalSettings settings) =>
        Ranking.Of(table)[index].Place.Then<Outcome>(place =>
            new Outcome(table.Districts[index].Total, place, RankIntervals.Of(table, settings).Districts[index].Interval));
}
