namespace LearningCity.Dashboard.Components.Cells;

/// <summary>One district against all: five numbers of the others and its own, as rates 0 to 1.</summary>
public sealed record Spine(decimal Min, decimal Q1, decimal Median, decimal Q3, decimal Max, decimal? Own);

/// <summary>Where a value lies among all: in the best or the last quarter, between, or unknown.</summary>
public enum Quarter
{
    Unknown,
    Last,
    Middle,
    Best,
}

public static class Quarters
{
    /// <summary>At or above the upper quartile is the best quarter, at or below the lower one the last; where most districts
    /// share one value nobody stands out, and both quartiles being equal says so.</summary>
    public static Quarter Of(Spine spine) =>
        spine.Own is not { } own ? Quarter.Unknown
        : spine.Q1 == spine.Q3 ? (own > spine.Q3 ? Quarter.Best : own < spine.Q1 ? Quarter.Last : Quarter.Middle)
        : own >= spine.Q3 ? Quarter.Best
        : own <= spine.Q1 ? Quarter.Last
        : Quarter.Middle;
}
