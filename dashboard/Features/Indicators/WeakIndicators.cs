using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>An indicator with its place in the list of points lost.</summary>
/// <param name="Cumulative">Share of all points lost that this one and those before it hold, 0 to 1.</param>
public sealed record WeakIndicator(IndicatorSummaryRow Row, decimal Cumulative);

public static class WeakIndicators
{
    /// <summary>By mean points lost, most first; equal ones in the framework's order. Indicators without a score are left out.</summary>
    public static IReadOnlyList<WeakIndicator> Of(IReadOnlyList<IndicatorSummaryRow> rows)
    {
        var weak = rows.Where(r => r.PointsLost is not null).OrderByDescending(r => r.PointsLost).ToList();
        var cumulative = 0m;
        return [.. weak.Select(r => new WeakIndicator(r, cumulative += r.PointsLostShare ?? 0))];
    }
}
