using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Cells;

/// <summary>One part of a stacked bar.</summary>
public sealed record BarPart(Ink Ink, decimal Value);
