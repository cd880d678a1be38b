namespace LearningCity.Dashboard.Components.Filters;

/// <summary>One value of a filter: what it is called, where it leads and whether it is in view.</summary>
public sealed record Choice(string Text, string Href, bool Current, string? Title = null);
