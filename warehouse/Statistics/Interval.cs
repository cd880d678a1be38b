namespace LearningCity.Warehouse.Statistics;

/// <summary>A closed interval around an estimate, in the estimate's unit.</summary>
/// <param name="Level">The probability it was built for, as a share: 0.95, or 0.90 for rank intervals.</param>
public sealed record Interval(double Low, double High, double Level);
