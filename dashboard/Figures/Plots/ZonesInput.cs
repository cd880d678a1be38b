namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The districts of each zone on one rate.</summary>
/// <param name="Subject">The total, a dimension or an indicator.</param>
/// <param name="CityMean">0–1.</param>
public sealed record ZonesInput(Named Subject, IReadOnlyList<ZoneRates> Zones, decimal? CityMean);

/// <param name="Mean">Over the zone's complete districts, 0–1; null when there are none.</param>
public sealed record ZoneRates(Named Zone, decimal? Mean, IReadOnlyList<DistrictRate> Districts);

public sealed record DistrictRate(Named District, decimal? Rate);
