namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Self and expert totals by district (or by indicator, or by round).</summary>
/// <param name="Of">What a row is; decides where its marks lead.</param>
public sealed record DumbbellInput(IReadOnlyList<SelfAndExpert> Rows, decimal MaxPoints, RowKind Of = RowKind.District);

/// <summary>Two scores in points; null where one is incomplete: the row is then counted in the note and not drawn.</summary>
public sealed record SelfAndExpert(Named Row, decimal? Self, decimal? Expert);
