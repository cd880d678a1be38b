namespace LearningCity.Warehouse.Catalogs;

/// <summary>One line of a catalog file as it was read.</summary>
/// <param name="Row">Line in the file, the header being 1.</param>
/// <param name="Sound">Whether every field could be read; where not, a fault says why and the value must not be used.</param>
public sealed record Line<T>(int Row, T Value, bool Sound);

/// <summary>What a set of catalog files says, before it is known to be right.</summary>
/// <param name="Present">Names of the files that were there.</param>
/// <param name="Faults">What could not be read at all.</param>
public sealed record CatalogDraft(
    IReadOnlySet<string> Present,
    IReadOnlyList<Line<Framework>> Frameworks,
    IReadOnlyList<Line<Dimension>> Dimensions,
    IReadOnlyList<Line<Indicator>> Indicators,
    IReadOnlyList<Line<LineageLink>> Lineage,
    IReadOnlyList<Line<District>> Districts,
    IReadOnlyList<Line<Round>> Rounds,
    IReadOnlyList<CatalogFault> Faults)
{
    /// <summary>A draft of a single round, as if it stood in a file.</summary>
    public static CatalogDraft Of(Round round) =>
        new(new HashSet<string> { CatalogFiles.Rounds }, [], [], [], [], [], [new(1, round, true)], []);

    /// <summary>The sound lines as a catalog in official order, with the numbers that people see.</summary>
    public CityCatalog ToCatalog()
    {
        static IEnumerable<T> Sound<T>(IEnumerable<Line<T>> lines) => lines.Where(l => l.Sound).Select(l => l.Value);
        return CityCatalog.Ordered(
            Sound(Frameworks), Sound(Dimensions), Sound(Indicators), Sound(Lineage), Sound(Districts), Sound(Rounds));
    }
}
