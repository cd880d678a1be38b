namespace LearningCity.Warehouse.Statistics;

/// <summary>A district's total with the severity of its experts taken out, beside the official one.</summary>
/// <param name="Official">The official total, points.</param>
/// <param name="Adjusted">Σ over the indicators of official points − max points × mean severity of those who scored it.</param>
/// <param name="OfficialPlace">Rank by the official total among the districts that have both.</param>
/// <param name="AdjustedPlace">Rank by the adjusted total among the same.</param>
public sealed record AdjustedTotal(decimal Official, decimal Adjusted, Place OfficialPlace, Place AdjustedPlace)
{
    /// <summary>Ranks gained (positive) or lost by the adjustment.</summary>
    public int Moves => OfficialPlace.Rank - AdjustedPlace.Rank;
}

/// <summary>The adjusted total of one district, or why it has none.</summary>
public sealed record DistrictAdjustment(string District, Statistic<AdjustedTotal> Total);

/// <param name="N">Single scores of named experts.</param>
/// <param name="Experts">Severity in score rate (0–1); the severities sum to zero.</param>
/// <param name="Districts">In the order of the table.</param>
public sealed record PanelSeverityResult(
    int N, IReadOnlyList<Severity> Experts, Statistic<Estimate> ResidualSd, IReadOnlyList<DistrictAdjustment> Districts);

/// <summary>
/// Severity of a panel over all indicators of a round: rate = μ + cell + expert + ε, a cell being one district on one indicator,
/// both effects summing to zero, so that experts are compared only where they scored the same cells. Taking a cell's mean
/// severity off its official score gives the score of an average expert (with a panel whose score is its mean, exactly μ + cell);
/// the totals of these are ranked beside the official ones and never replace them. A district without a named expert on some
/// indicator, or without an official score, has no adjusted total. Withheld for fewer than 2 and more than 1,000 experts and, with the groups named, when
/// experts and districts are unconnected. Reference: as <see cref="ExpertSeverity"/>.
/// </summary>
public static class PanelSeverity
{
    private const char Joint = '\u001f';

    /// <exception cref="ArgumentException">The table is inconsistent.</exception>
    public static Statistic<PanelSeverityResult> Of(ScoreTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Check();
        if (Groups(table) is { Count: > 1 } groups)
        {
            return Withheld.Unconnected(groups);
        }

        var scores = new List<PanelScore>();
        foreach (var district in table.Districts)
        {
            foreach (var expert in district.Experts)
            {
                for (var j = 0; j < table.Indicators.Count; j++)
                {
                    if (expert.Points[j] is { } points)
                    {
                        scores.Add(new PanelScore(
                            $"{district.District}{Joint}{table.Indicators[j].Indicator}", expert.Expert, (double)(points / table.Indicators[j].MaxPoints)));
                    }
                }
            }
        }

        return ExpertSeverity.Of(scores).Then<PanelSeverityResult>(severity =>
        {
            var byExpert = severity.Experts.ToDictionary(e => e.Expert, e => (decimal)e.Estimate.Value);
            return new PanelSeverityResult(scores.Count, severity.Experts, severity.ResidualSd, Adjust(table, byExpert));
        });
    }

    private static List<DistrictAdjustment> Adjust(ScoreTable table, Dictionary<string, decimal> severity)
    {
        var adjusted = table.Districts.Select(d => Adjusted(table, d, severity)).ToArray();
        var official = table.Districts.Select((d, i) => adjusted[i] is null ? (decimal?)null : d.Total).ToArray();
        var (before, after) = (Ranking.Competition(official), Ranking.Competition(adjusted));
        return [.. table.Districts.Select((d, i) => new DistrictAdjustment(d.District, adjusted[i] is { } total
            ? new AdjustedTotal(d.Total, total, before[i]!, after[i]!)
            : Withheld.Incomplete(d.Points.Select((p, j) => p.HasValue && d.Experts.Any(e => e.Points[j].HasValue)).Count(both => both), table.Indicators.Count)))];
    }

    private static decimal? Adjusted(ScoreTable table, DistrictScores district, Dictionary<string, decimal> severity)
    {
        var total = 0m;
        for (var j = 0; j < table.Indicators.Count; j++)
        {
            var (sum, n) = (0m, 0);
            foreach (var expert in district.Experts)
            {
                if (expert.Points[j].HasValue)
                {
                    sum += severity[expert.Expert];
                    n++;
                }
            }

            if (n == 0 || district.Points[j] is not { } points)
            {
                return null;
            }

            total += points - table.Indicators[j].MaxPoints * sum / n;
        }

        return decimal.Round(total, 9, MidpointRounding.AwayFromZero);
    }

    /// <summary>Connected groups of districts and experts, in the words that people know them by. Cells of one district are held
    /// together only by experts, so the groups of cells are what decides; each is told by its districts and experts.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Groups(ScoreTable table)
    {
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        var districts = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var district in table.Districts)
        {
            for (var j = 0; j < table.Indicators.Count; j++)
            {
                string? first = null;
                foreach (var expert in district.Experts.Where(e => e.Points[j].HasValue).Select(e => e.Expert))
                {
                    parent.TryAdd(expert, expert);
                    first ??= expert;
                    parent[Root(expert)] = Root(first);
                    if (!districts.TryGetValue(expert, out var seen))
                    {
                        districts[expert] = seen = new SortedSet<string>(StringComparer.Ordinal);
                    }

                    seen.Add(district.District);
                }
            }
        }

        return [.. districts.Keys.GroupBy(Root).Select(group => (IReadOnlyList<string>)
            [.. group.SelectMany(e => districts[e]).Distinct().Order(StringComparer.Ordinal), .. group])];

        string Root(string expert)
        {
            while (parent[expert] != expert)
            {
                expert = parent[expert] = parent[parent[expert]];
            }

            return expert;
        }
    }
}
