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
        var reranking = new Reranking(standings);
        string[] omissions = table.Indicators.Count < 2 ? [] : [.. table.Indicators.Select(i => i.Indicator).Order(StringComparer.Ordinal)];
        var column = table.Indicators.Select((i, j) => (i.Indicator, j)).ToDictionary(i => i.Indicator, i => i.j);
        foreach (var omitted in omissions)
        {
            reranking.Without(omitted, [.. reranking.Ranked.Select(i => (i, table.Districts[i].Total - table.Districts[i].Points[column[omitted]]!.Value))]);
        }

        return Answer(standings, reranking, omissions, [], Withheld.TooFew(table.Indicators.Count, 2));
    }

    /// <summary>Leaves out one expert at a time, from every panel the expert sat on.</summary>
    public static LeaveOneOutResult Expert(ScoreTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var standings = Ranking.Of(table);
        var reranking = new Reranking(standings);

        // By expert the districts of those panels, with the total that each would have; null where it would have none.
        var seats = new SortedDictionary<string, List<(int District, decimal? Total)>>(StringComparer.Ordinal);
        foreach (var i in reranking.Ranked)
        {
            foreach (var (expert, total) in TotalsWithout(table.Districts[i]))
            {
                if (!seats.TryGetValue(expert, out var own))
                {
                    seats[expert] = own = [];
                }

                own.Add((i, total));
            }
        }

        string[] needed = [.. seats.Where(s => s.Value.Any(d => d.Total is null)).Select(s => s.Key)];
        string[] omissions = [.. seats.Keys.Except(needed)];
        foreach (var expert in omissions)
        {
            reranking.Without(expert, seats[expert].ConvertAll(d => (d.District, d.Total!.Value)));
        }

        return Answer(standings, reranking, omissions, needed, seats.Count == 0 ? Withheld.NoData() : Withheld.TooFew(omissions.Length, 1));
    }

    /// <summary>The total without each expert of a panel; null where a cell would have no score left.</summary>
    private static IEnumerable<(string Expert, decimal? Total)> TotalsWithout(DistrictScores district)
    {
        var cells = new (decimal Sum, int Count)[district.Points.Count];
        foreach (var expert in district.Experts)
        {
            for (var j = 0; j < cells.Length; j++)
            {
                cells[j] = expert.Points[j] is { } score ? (cells[j].Sum + score, cells[j].Count + 1) : cells[j];
            }
        }

        return district.Experts.Select(expert => (expert.Expert, TotalWithout(district, expert, cells)));
    }

    private static decimal? TotalWithout(DistrictScores district, ExpertScores own, (decimal Sum, int Count)[] cells)
    {
        var total = 0m;
        for (var j = 0; j < cells.Length; j++)
        {
            var official = district.Points[j]!.Value;
            if (own.Points[j] is not { } score)
            {
                total += official;
                continue;
            }

            var (sum, count) = cells[j];
            if (count < 2)
            {
                return null;
            }

            var (all, others) = (sum / count, (sum - score) / (count - 1));
            total += Math.Abs(official - all) <= Rounding ? others : official + others - all;
        }

        return total;
    }

    private static LeaveOneOutResult Answer(
        IReadOnlyList<Standing> standings, Reranking reranking, string[] omitted, string[] excluded, Withheld nothing) => new(
            [.. standings.Select((standing, i) => new DistrictRankRange(standing.District, standing.Place.Then<RankRange>(
                place => omitted.Length == 0 ? nothing : new RankRange(place, reranking.Best[i]!, reranking.Worst[i]!))))],
            omitted,
            excluded,
            Methods.LeaveOneOut);
}
