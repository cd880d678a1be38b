namespace LearningCity.Warehouse.Statistics;

/// <summary>Points that an indicator still holds for a district.</summary>
public sealed record PointsToWin(string Indicator, decimal Points);

/// <summary>What it takes to reach the next rank.</summary>
/// <param name="PointsToDrawLevel">Points missing to the next higher total; drawing level shares its rank.</param>
/// <param name="Rank">The rank that this gives.</param>
/// <param name="Ahead">The districts with that total.</param>
public sealed record RankStep(decimal PointsToDrawLevel, int Rank, IReadOnlyList<string> Ahead);

/// <param name="Next">Withheld for the first, and for a district that is not ranked.</param>
/// <param name="ToWin">max points − points, most first, over the scored indicators that hold any.</param>
public sealed record NextRankResult(string District, Statistic<RankStep> Next, IReadOnlyList<PointsToWin> ToWin);

/// <summary>
/// Points to the next rank: the difference to the next higher total; and the indicators by points still to win. Decimal, in points.
/// </summary>
public static class NextRank
{
    /// <exception cref="ArgumentException">There is no such district.</exception>
    public static NextRankResult Of(ScoreTable table, string district)
    {
        ArgumentNullException.ThrowIfNull(table);
        var standings = Ranking.Of(table);
        var index = IndexOf(table, district);
        var toWin = table.Indicators
            .Select((indicator, j) => (indicator.Indicator, Points: indicator.MaxPoints - table.Districts[index].Points[j]))
            .Where(w => w.Points > 0)
            .OrderByDescending(w => w.Points)
            .Select(w => new PointsToWin(w.Indicator, w.Points!.Value))
            .ToList();
        return new NextRankResult(district, standings[index].Place.Then(place => Step(standings, standings[index], place)), toWin);
    }

    internal static int IndexOf(ScoreTable table, string district)
    {
        for (var i = 0; i < table.Districts.Count; i++)
        {
            if (table.Districts[i].District == district)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no district {district}.", nameof(district));
    }

    private static Statistic<RankStep> Step(IReadOnlyList<Standing> standings, Standing own, Place place)
    {
        if (place.Rank == 1)
        {
            return Withheld.AlreadyFirst();
        }

        var above = standings.Where(s => s.Place.IsGiven && s.Points > own.Points).ToArray();
        var next = above.Min(s => s.Points);
        var ahead = above.Where(s => s.Points == next).ToArray();
        return new RankStep(next - own.Points, ahead[0].Place.Required.Rank, [.. ahead.Select(s => s.District)]);
    }
}
