namespace LearningCity.Dashboard.Components.Tables;

/// <summary>Which shade a value of a heat table gets.</summary>
public static class Shades
{
    public const string None = "heat-none";

    /// <summary>Edges of the steps of a signed difference, as a rate: within the first it counts as even.</summary>
    public static readonly IReadOnlyList<decimal> Steps = [0.03m, 0.08m, 0.15m];

    /// <summary>Four cut points that put about a fifth of <paramref name="rates"/> into each of five bins, at whole percents and rising;
    /// fewer where the rates do not allow four. Taken over all rounds, so that a shade means the same in each of them.</summary>
    public static IReadOnlyList<decimal> Cuts(IEnumerable<decimal> rates)
    {
        var sorted = rates.Order().ToList();
        if (sorted.Count == 0)
            return [];

        var cuts = new List<decimal>();
        for (var fifth = 1; fifth <= 4; fifth++)
        {
            var at = sorted[Math.Min(sorted.Count - 1, sorted.Count * fifth / 5)];
            var cut = Math.Round(at, 2, MidpointRounding.AwayFromZero);
            if (cut > sorted[0] && (cuts.Count == 0 || cut > cuts[^1]))
                cuts.Add(cut);
        }

        return cuts;
    }

    /// <summary>heat-1 (lowest) to heat-5; with fewer cut points the lower shades are left out.</summary>
    public static string Of(decimal? rate, IReadOnlyList<decimal> cuts) =>
        rate is null ? None : $"heat-{5 - cuts.Count + cuts.Count(cut => rate >= cut)}";

    /// <summary>Diverging: even, plus-1…3, minus-1…3.</summary>
    public static string OfDifference(decimal? rate) =>
        rate is null ? None
        : Math.Abs(rate.Value) < Steps[0] ? "even"
        : $"{(rate > 0 ? "plus" : "minus")}-{Steps.Count(step => Math.Abs(rate.Value) >= step)}";

    /// <summary>By fifths of the ranks: the best fifth is heat-5.</summary>
    public static string OfRank(int? rank, int count) =>
        rank is null || count == 0 ? None : $"heat-{5 - Math.Min(4, (rank.Value - 1) * 5 / count)}";
}
