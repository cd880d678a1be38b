namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Rates over rounds, oldest first.</summary>
/// <param name="Subject">What is followed: the total, a dimension, an indicator, in words.</param>
/// <param name="Lines">Up to four keep their colour, in this order; the rest are grey.</param>
public sealed record TrendInput(Named Subject, IReadOnlyList<TrendRound> Rounds, IReadOnlyList<TrendLine> Lines);

/// <param name="Comparable">Whether it can be compared with the round before; where not, the line breaks.</param>
/// <param name="Reason">Why not, in the page's language.</param>
public sealed record TrendRound(Named Round, bool Comparable = true, string? Reason = null);

/// <param name="Rates">One for each round, 0–1; null where there is none.</param>
/// <param name="Back">Drawn grey, behind the others.</param>
public sealed record TrendLine(Named Line, RowKind Of, IReadOnlyList<decimal?> Rates, bool Back = false);
