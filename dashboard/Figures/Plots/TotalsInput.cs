namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Each district's total in one round.</summary>
/// <param name="MaxPoints">The most that can be had.</param>
/// <param name="Median">Over the districts with a total; null when there are none.</param>
/// <param name="Picked">Code of a district to point out.</param>
public sealed record TotalsInput(IReadOnlyList<DistrictPoints> Districts, decimal MaxPoints, decimal? Mean, decimal? Median, string? Picked = null);

/// <param name="Points">Null when the district is incomplete; it is then counted in the note and not drawn.</param>
public sealed record DistrictPoints(Named District, decimal? Points);
