namespace LearningCity.Warehouse.Statistics;

/// <summary>A rank, and how many districts share it.</summary>
/// <param name="Rank">1 is best.</param>
/// <param name="SharedBy">1 when nobody else has it.</param>
public sealed record Place(int Rank, int SharedBy);

/// <summary>Where a district stands.</summary>
/// <param name="Points">Sum of the points of the scored indicators.</param>
/// <param name="Place">Withheld when an indicator has no score: a partial sum is not compared with whole ones.</param>
public sealed record Standing(string District, decimal Points, int IndicatorsScored, int IndicatorsAsked, Statistic<Place> Place);

/// <summary>
/// Total = Σ points over the indicators; competition ranks (1, 2, 2, 4), compared as decimals. A district without all
/// indicators is not ranked and takes no rank away from others.
/// </summary>
public static class Ranking
{
    /// <summary>One standing a district, in the order of the table.</summary>
    public static IReadOnlyList<Standing> Of(ScoreTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Check();
        var totals = table.Districts.Select(d => d.Complete && d.Points.Count > 0 ? d.Total : (decimal?)null).ToArray();
        var places = Competition(totals);
        return [.. table.Districts.Select((district, i) =>
        {
            var scored = district.Points.Count(p => p.HasValue);
            return new Standing(
                district.District,
                district.Total,
                scored,
                table.Indicators.Count,
                places[i] is { } place ? place : Withheld.Incomplete(scored, table.Indicators.Count));
        })];
    }

    /// <summary>Competition ranks of totals, the highest first; null totals have no place.</summary>
    public static IReadOnlyList<Place?> Competition(ReadOnlySpan<decimal?> totals)
    {
        var present = new List<(decimal Total, int Index)>(totals.Length);
        for (var i = 0; i < totals.Length; i++)
        {
            if (totals[i] is { } total)
            {
                present.Add((total, i));
            }
        }

        present.Sort(static (a, b) => b.Total.CompareTo(a.Total));
        var places = new Place?[totals.Length];
        for (int start = 0, end; start < present.Count; start = end)
        {
            for (end = start + 1; end < present.Count && present[end].Total == present[start].Total;)
            {
                end++;
            }

            var place = new Place(start + 1, end - start);
            for (var i = start; i < end; i++)
            {
                places[present[i].Index] = place;
            }
        }

        return places;
    }
}
