namespace LearningCity.Warehouse.Statistics;

/// <summary>A district's place under other weights, beside the official one.</summary>
/// <param name="Rate">Weighted mean of the score rates, 0–1.</param>
/// <param name="Official">The official place.</param>
/// <param name="Reweighted">The place by <paramref name="Rate"/>.</param>
public sealed record ReweightedPlace(decimal Rate, Place Official, Place Reweighted)
{
    /// <summary>Ranks gained (positive) or lost under the other weights.</summary>
    public int Moves => Official.Rank - Reweighted.Rank;
}

/// <summary>The place of one district, or why it has none.</summary>
public sealed record DistrictReweighting(string District, Statistic<ReweightedPlace> Place);

/// <param name="Districts">In the order of the table.</param>
public sealed record ReweightingResult(IReadOnlyList<DistrictReweighting> Districts);

/// <summary>
/// The ranking under other weights: Σ_j w_j·(points_j ÷ max_j) ÷ Σ_j w_j, where w_j is max points times the factor asked for its
/// dimension over the dimension's own total, so that a dimension counts as much as asked and its indicators keep their proportions.
/// Compared as decimals to 12 places. Only officially ranked districts take part. A set of weights that names no dimension,
/// leaves one out, is negative or all zero is withheld with the reason.
/// </summary>
public static class Reweighting
{
    /// <param name="weights">Weight of each dimension, in any unit.</param>
    public static Statistic<ReweightingResult> Of(ScoreTable table, IReadOnlyDictionary<string, decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(weights);
        var most = table.Indicators.GroupBy(i => i.Dimension).ToDictionary(d => d.Key, d => d.Sum(i => i.MaxPoints));
        if (Invalid(most, weights) is { } invalid)
        {
            return invalid;
        }

        var all = weights.Values.Sum();
        var share = table.Indicators.Select(i => weights[i.Dimension] / all / most[i.Dimension]).ToArray();
        var standings = Ranking.Of(table);
        var rates = table.Districts.Select((d, i) => standings[i].Place.IsGiven
            ? Sample.ForTies(d.Points.Select((p, j) => p!.Value * share[j]).Sum())
            : (decimal?)null).ToArray();
        var places = Ranking.Competition(rates);
        return new ReweightingResult([.. table.Districts.Select((d, i) => new DistrictReweighting(
            d.District, standings[i].Place.Then<ReweightedPlace>(official => new ReweightedPlace(rates[i]!.Value, official, places[i]!))))]);
    }

    private static Withheld? Invalid(Dictionary<string, decimal> dimensions, IReadOnlyDictionary<string, decimal> weights)
    {
        if (weights.Keys.FirstOrDefault(d => !dimensions.ContainsKey(d)) is { } unknown)
        {
            return Withheld.InvalidChoice($"没有一级指标{unknown}", $"There is no dimension {unknown}");
        }

        if (dimensions.Keys.FirstOrDefault(d => !weights.ContainsKey(d)) is { } left)
        {
            return Withheld.InvalidChoice($"一级指标{left}没有权重", $"The dimension {left} has no weight");
        }

        return weights.Values.Any(w => w < 0) || weights.Values.All(w => w == 0)
            ? Withheld.InvalidChoice("权重不能为负，也不能全为零", "Weights are not negative, and not all zero")
            : null;
    }
}
