namespace LearningCity.Warehouse.Catalogs;

/// <summary>All that is known before a score arrives: frameworks, districts and rounds of one city, in their official order.</summary>
public sealed record CityCatalog(
    IReadOnlyList<Framework> Frameworks,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<LineageLink> Lineage,
    IReadOnlyList<District> Districts,
    IReadOnlyList<Round> Rounds)
{
    /// <summary>Indicators of a framework by dimension and position.</summary>
    public IEnumerable<Indicator> IndicatorsOf(string framework)
    {
        var order = Dimensions.Where(d => d.Framework == framework).ToDictionary(d => d.Code, d => d.Position);
        return Indicators.Where(i => i.Framework == framework).OrderBy(i => order[i.Dimension]).ThenBy(i => i.Position);
    }

    public Round? Round(string code) => Rounds.FirstOrDefault(r => r.Code == code);

    public District? District(string code) => Districts.FirstOrDefault(d => d.Code == code);
}
