namespace LearningCity.Dashboard.Components.Cells;

/// <summary>One piece of a stacked bar; a missing value takes no room.</summary>
/// <param name="Position">Of the dimension, from 1: it gives the colour.</param>
public sealed record BarPart(decimal? Value, int Position, string Title);
