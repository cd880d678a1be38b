namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Two rounds and what became of each district (or indicator) between them.</summary>
/// <param name="Picked">Codes of up to four that keep their colour; when empty, the two largest gains and losses.</param>
public sealed record SlopeInput(Named From, Named To, IReadOnlyList<SlopeLine> Lines, IReadOnlyList<string> Picked, RowKind Of = RowKind.District);

/// <summary>Rates, 0–1; a line needs both.</summary>
public sealed record SlopeLine(Named Row, decimal? Before, decimal? After);
