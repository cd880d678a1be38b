namespace LearningCity.Warehouse.Statistics;

/// <summary>Where an indicator lies between weight and result.</summary>
public enum Quadrant
{
    /// <summary>Heavy and weak: work here first.</summary>
    Concentrate,

    /// <summary>Heavy and strong.</summary>
    KeepUp,

    /// <summary>Light and weak.</summary>
    LowPriority,

    /// <summary>Light and strong.</summary>
    PossibleOverkill,
}

/// <param name="Importance">Max points.</param>
/// <param name="Performance">Score rate, 0–1.</param>
public sealed record ImportancePerformancePoint(string Indicator, double Importance, double Performance, Quadrant Quadrant);

/// <param name="MeanImportance">The vertical line: mean max points.</param>
/// <param name="MeanPerformance">The horizontal line: mean score rate.</param>
public sealed record ImportancePerformanceMap(
    IReadOnlyList<ImportancePerformancePoint> Points, double MeanImportance, double MeanPerformance, int Excluded);

/// <summary>
/// Importance–performance: max points against score rate, with lines at the means of both; a point on a line counts as heavy
/// or strong. Indicators without a rate are excluded and counted. Withheld without any.
/// Reference: Martilla and James 1977, Journal of Marketing 41, 77–79.
/// </summary>
public static class ImportancePerformance
{
    public static Statistic<ImportancePerformanceMap> Of(IReadOnlyList<(string Indicator, double MaxPoints, double? Rate)> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var present = indicators.Where(i => i.Rate.HasValue).ToArray();
        if (present.Length == 0)
        {
            return Withheld.NoData();
        }

        var importance = Sample.Mean([.. present.Select(i => Sample.Finite(i.MaxPoints))]);
        var performance = Sample.Mean([.. present.Select(i => Sample.Finite(i.Rate!.Value))]);
        return new ImportancePerformanceMap(
            [.. present.Select(i => new ImportancePerformancePoint(
                i.Indicator, i.MaxPoints, i.Rate!.Value, Of(i.MaxPoints >= importance - 1e-12, i.Rate.Value >= performance - 1e-12)))],
            importance,
            performance,
            indicators.Count - present.Length);
    }

    private static Quadrant Of(bool heavy, bool strong) => (heavy, strong) switch
    {
        (true, false) => Quadrant.Concentrate,
        (true, true) => Quadrant.KeepUp,
        (false, false) => Quadrant.LowPriority,
        _ => Quadrant.PossibleOverkill,
    };
}
