namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Ranks over rounds, oldest first.</summary>
/// <param name="Picked">Codes of up to four districts that keep their colour.</param>
public sealed record BumpInput(IReadOnlyList<Named> Rounds, IReadOnlyList<BumpLine> Districts, IReadOnlyList<string> Picked);

/// <param name="Ranks">One for each round; null where the district was not ranked. Equal ranks are ties.</param>
public sealed record BumpLine(Named District, IReadOnlyList<int?> Ranks);
