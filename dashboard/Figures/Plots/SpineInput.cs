namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>A district against all districts, indicator by indicator.</summary>
/// <param name="Peers">Whom it is compared with, in words.</param>
public sealed record SpineInput(Named District, string Peers, IReadOnlyList<SpineRow> Rows);

/// <summary>Rates, 0–1. <paramref name="Worst"/> to <paramref name="Best"/> over the peers; null when nobody has a score.</summary>
public sealed record SpineRow(
    Named Indicator, decimal? Worst, decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile, decimal? Best, decimal? Own, Quarter Quarter = Quarter.Middle);

/// <summary>Where the own value stands among the peers.</summary>
public enum Quarter
{
    Last,
    Middle,
    Best,
}
