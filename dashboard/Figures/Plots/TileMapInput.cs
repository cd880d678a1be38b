namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>A value for each tile of the map of districts.</summary>
/// <param name="Measure">What colour and number say.</param>
public sealed record TileMapInput(IReadOnlyList<DistrictTile> Districts, TileMeasure Measure);

/// <param name="Rank">Null when the district is not ranked.</param>
/// <param name="Rate">0–1; null when incomplete.</param>
public sealed record DistrictTile(Named District, int? Rank, decimal? Rate);

public enum TileMeasure
{
    Rank,
    Rate,
}
