namespace LearningCity.Dashboard.Components.Cells;

/// <summary>One number that stands large, with its name above and its measure below.</summary>
public sealed record KeyFigure(string Name, string Value, string? Note = null, string? Unit = null, string? Href = null);
