namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>A district beside up to three others, indicator by indicator.</summary>
/// <param name="Districts">The district itself first.</param>
public sealed record CompareInput(IReadOnlyList<Named> Districts, IReadOnlyList<CompareRow> Rows);

/// <param name="Rates">0–1, one for each district in order; null where not scored.</param>
public sealed record CompareRow(Named Indicator, IReadOnlyList<decimal?> Rates);
