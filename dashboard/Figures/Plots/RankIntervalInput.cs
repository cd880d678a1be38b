namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Official ranks and the intervals around them.</summary>
public sealed record RankIntervalInput(IReadOnlyList<RankSpan> Rows);

/// <param name="Rank">Null for an incomplete district, which is not drawn.</param>
/// <param name="Low">Better end (5 %) of the interval, with <paramref name="High"/> the worse (95 %); null where none is given.</param>
public sealed record RankSpan(Named District, int? Rank, int? Low, int? High);
