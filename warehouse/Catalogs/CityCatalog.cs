using System.Runtime.CompilerServices;

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
    // Beside the list that it is made of, so that a catalog with other districts has another one; a country has thousands.
    private static readonly ConditionalWeakTable<IReadOnlyList<District>, Dictionary<string, District>> ByCode = [];

    public static readonly CityCatalog Empty = new([], [], [], [], [], []);

    /// <summary>Puts everything in its official order and numbers the indicators 一.1, 一.2, … from their positions.</summary>
    public static CityCatalog Ordered(
        IEnumerable<Framework> frameworks, IEnumerable<Dimension> dimensions, IEnumerable<Indicator> indicators,
        IEnumerable<LineageLink> lineage, IEnumerable<District> districts, IEnumerable<Round> rounds)
    {
        Framework[] versions = [.. frameworks.OrderBy(f => f.EffectiveFrom).ThenBy(f => f.Code, StringComparer.Ordinal)];
        var version = versions.Select((f, n) => (f.Code, n)).DistinctBy(f => f.Code).ToDictionary(f => f.Code, f => f.n);
        int Version(string framework) => version.GetValueOrDefault(framework, int.MaxValue);

        Dimension[] groups = [.. dimensions.OrderBy(d => Version(d.Framework)).ThenBy(d => d.Position)];
        var position = groups.DistinctBy(d => (d.Framework, d.Code)).ToDictionary(d => (d.Framework, d.Code), d => d.Position);
        int Position(Indicator i) => position.GetValueOrDefault((i.Framework, i.Dimension));

        return new(
            versions,
            groups,
            [.. indicators
                .Select(i => Position(i) is > 0 and var p ? i with { NumberZh = $"{ChineseNumerals.Of(p)}.{i.Position}" } : i)
                .OrderBy(i => Version(i.Framework)).ThenBy(Position).ThenBy(i => i.Position)],
            [.. lineage.OrderBy(l => Version(l.FromFramework)).ThenBy(l => Version(l.ToFramework))
                .ThenBy(l => l.FromIndicator, StringComparer.Ordinal).ThenBy(l => l.ToIndicator, StringComparer.Ordinal)],
            [.. districts.OrderBy(d => d.Code, StringComparer.Ordinal)],
            [.. rounds.OrderBy(r => r.Date).ThenBy(r => r.Code, StringComparer.Ordinal)]);
    }

    /// <summary>Indicators of a framework by dimension and position.</summary>
    public IEnumerable<Indicator> IndicatorsOf(string framework) => Indicators.Where(i => i.Framework == framework);

    /// <summary>Dimensions of a framework by position.</summary>
    public IEnumerable<Dimension> DimensionsOf(string framework) => Dimensions.Where(d => d.Framework == framework);

    public Framework? Framework(string code) => Frameworks.FirstOrDefault(f => f.Code == code);

    public Dimension? Dimension(string framework, string code) =>
        Dimensions.FirstOrDefault(d => d.Framework == framework && d.Code == code);

    public Indicator? Indicator(string framework, string code) =>
        Indicators.FirstOrDefault(i => i.Framework == framework && i.Code == code);

    public Round? Round(string code) => Rounds.FirstOrDefault(r => r.Code == code);

    public District? District(string code) => ByCode
        .GetValue(Districts, districts => districts.DistinctBy(d => d.Code).ToDictionary(d => d.Code)).GetValueOrDefault(code);
}
