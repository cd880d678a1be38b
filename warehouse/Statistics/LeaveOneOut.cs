namespace LearningCity.Warehouse.Statistics;

/// <summary>The ranks a district would have had.</summary>
/// <param name="Place">The official rank.</param>
/// <param name="Best">Best rank over all omissions, and the omission that gives it (the first by name).</param>
/// <param name="Worst">Worst rank over all omissions, likewise.</param>
public sealed record RankRange(Place Place, OmittedRank Best, OmittedRank Worst);

/// <param name="Omitted">The expert or indicator left out.</param>
public sealed record OmittedRank(int Rank, string Omitted);

/// <summary>The range of one district, or why it has none.</summary>
public sealed record DistrictRankRange(string District, Statistic<RankRange> Range);

/// <param name="Omitted">Who or what was left out in turn.</param>
/// <param name="Excluded">Who could not be left out, because a cell would have had no score at all.</param>
public sealed record LeaveOneOutResult(
    IReadOnlyList<DistrictRankRange> Districts, IReadOnlyList<string> Omitted, IReadOnlyList<string> Excluded, Method Method);

/// <summary>
/// Leave one out: the ranking is computed again without each indicator, or without each expert, and the range of ranks is
/// shown. Without an expert a cell becomes the mean of the others; where the panel's official score is not the mean of its
/// experts (to half a cent of a point), it moves by the mean of the others minus the mean of all. Only districts that are officially ranked take part. Withheld for them
/// when there is nothing to leave out.
/// </summary>
public static class LeaveOneOut
{
    private const decimal Rounding = 0.005m;

    /// <summary>Leaves out one indicator at a time; at least 2 are needed.</summary>
    public static LeaveOneOutResult Indicator(ScoreTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var standings = Ranking.Of(table);
        var omissions = table.Indicators.Count < 2 ? [] : table.Indicators
            .Select((indicator, j) => (Name: indicator.Indicator, Totals: Totals(table, standings, d => d.Total - d.Points[j]!.Value)))
            .ToList();
        return Answer(standings, omissions, [], Withheld.TooFew(table.Indicators.Count, 2));
    }

    /// <summary>Leaves out one expert at a time, from every panel the expert sat on.</summary>
    public static LeaveOneOutResult Expert(ScoreTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var standings = Ranking.Of(table);
        var experts = table.Districts.Where(d => d.Complete).SelectMany(d => d.Experts).Select(e => e.Expert)
            .Distinct(StringComparer.Ordinal).ToList();
        var needed = experts.Where(expert => table.Districts.Where(d => d.Complete).Any(d => !CanDoWithout(d, expert))).ToList();
        var omissions = experts.Except(needed)
            .Select(expert => (Name: expert, Totals: Totals(table, standings, d => TotalWithout(d, expert))))
            .ToList();
        return Answer(standings, omissions, needed, experts.Count == 0 ? Withheld.NoData() : Withheld.TooFew(experts.Count - needed.Count, 1));
    }

    private static decimal?[] Totals(ScoreTable table, IReadOnlyList<Standing> standings, Func<DistrictScores, decimal> total) =>
        [.. table.Districts.Select((d, i) => standings[i].Place.IsGiven ? Sample.ForTies(total(d)) : (decimal?)null)];

    private static bool CanDoWithout(DistrictScores district, string expert)
    {
        var own = district.Experts.FirstOrDefault(e => e.Expert == expert);
        return own is null || Enumerable.Range(0, district.Points.Count).All(j =>
            own.Points[j] is null || district.Experts.Any(e => e.Expert != expert && e.Points[j].HasValue));
    }

    private static decimal TotalWithout(DistrictScores district, string expert)
    {
        if (district.Experts.FirstOrDefault(e => e.Expert == expert) is not { } own)
        {
            return district.Total;
        }

        var total = 0m;
        for (var j = 0; j < district.Points.Count; j++)
        {
            var official = district.Points[j]!.Value;
            if (own.Points[j] is not { } score)
            {
                total += official;
                continue;
            }

            var scores = district.Experts.Where(e => e.Points[j].HasValue).Select(e => e.Points[j]!.Value).ToArray();
            var all = scores.Sum() / scores.Length;
            var others = (scores.Sum() - score) / (scores.Length - 1);
            total += Math.Abs(official - all) <= Rounding ? others : official + others - all;
        }

        return total;
    }

    private static LeaveOneOutResult Answer(
        IReadOnlyList<Standing> standings, List<(string Name, decimal?[] Totals)> omissions, IReadOnlyList<string> excluded, Withheld nothing)
    {
        omissions.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var places = omissions.ConvertAll(o => Ranking.Competition(o.Totals));
        return new LeaveOneOutResult(
            [.. standings.Select((standing, i) => new DistrictRankRange(standing.District, standing.Place.Then<RankRange>(place =>
            {
                if (omissions.Count == 0)
                {
                    return nothing;
                }

                var ranks = omissions.Select((o, index) => new OmittedRank(places[index][i]!.Rank, o.Name)).ToArray();
                return new RankRange(place, ranks.MinBy(r => r.Rank)!, ranks.MaxBy(r => r.Rank)!);
            })))],
            [.. omissions.Select(o => o.Name)],
            excluded,
            Methods.LeaveOneOut);
    }
}
