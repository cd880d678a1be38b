namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>How districts scored on one indicator.</summary>
/// <param name="Indicator"><see cref="Named.ShortZh"/> is its number.</param>
public sealed record IndicatorSpreadInput(Named Indicator, decimal MaxPoints, IReadOnlyList<DistrictPoints> Districts, decimal? Mean, decimal? Median, string? Picked = null);
