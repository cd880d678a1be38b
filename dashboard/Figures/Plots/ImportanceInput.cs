namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>What indicators weigh against how well the city does on them.</summary>
/// <param name="Dimensions">In their order; the first four have a colour of their own.</param>
public sealed record ImportanceInput(IReadOnlyList<Named> Dimensions, IReadOnlyList<ImportancePoint> Indicators);

/// <param name="Indicator"><see cref="Named.ShortZh"/> is its number, such as 二.10.</param>
/// <param name="MeanRate">0–1; null when nobody has a score.</param>
public sealed record ImportancePoint(Named Indicator, string Dimension, decimal MaxPoints, decimal? MeanRate, decimal? PointsLost = null);
