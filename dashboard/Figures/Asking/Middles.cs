namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>Mean and median as <c>decimal</c>, so that a figure shows what the tables show.</summary>
internal static class Middles
{
    public static decimal? Mean(IReadOnlyList<decimal> values) => values.Count == 0 ? null : values.Average();

    /// <param name="ordered">In ascending order.</param>
    public static decimal? Median(IReadOnlyList<decimal> ordered) =>
        ordered.Count == 0 ? null : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
}
