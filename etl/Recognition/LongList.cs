using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Recognition;

/// <summary>A list that is too long to be gone through row by row. A row is right when each of its values is, so the values are judged once
/// each, by what judges them in a row; the rows where one is not are staged as the rows of any list.</summary>
public sealed class LongList
{
    // One table is all there is.
    private const int Number = 0;

    private static readonly HeadRole[] Read = [HeadRole.Round, HeadRole.District, HeadRole.Dimension, HeadRole.Indicator, HeadRole.Code, HeadRole.ExpertName, HeadRole.Rater];

    private readonly FoundTable table;
    private readonly IReadOnlyDictionary<string, IndicatorIndex> indexes;
    private readonly TableWalker walker;
    private readonly ListRows rows;

    internal LongList(FoundTable table, IReadOnlyDictionary<string, IndicatorIndex> indexes, TableWalker walker)
    {
        (this.table, this.indexes, this.walker) = (table, indexes, walker);
        rows = walker.List(table, Number, null);
    }

    public TableHead Head => table.Head;

    public ScoreColumn Points => Head.Scores[0];

    /// <summary>Whether the head is one line at the very top over one column of scores whose rows say everything else.</summary>
    internal static bool Fits(TableHead head) =>
        head is { FirstRow: 1, LastRow: 1, IsList: true, Twice.Count: 0 } && head.Scores is [{ Rater: null }]
        && (head.Has(HeadRole.Rater) || head.Has(HeadRole.ExpertName))
        // Whether numbers name indicators or count rows shows only over all of them.
        && !head.Has(HeadRole.Number);

    /// <summary>Column of a value that a row is read by; null where the list has none.</summary>
    public int? Column(HeadRole role) => Read.Contains(role) && Head.Columns.TryGetValue(role, out var column) ? column : null;

    /// <returns>Null when the values name no round and district of the catalog.</returns>
    public PlaceFound? Place(string round, string district) =>
        IsSum(district.Trim()) || walker.Place(round.Trim(), district.Trim()) is not { Faults: [], Round: not null, District: not null } place ? null : place;

    /// <returns>Code and note; null when the values name no indicator of the framework, or not quite.</returns>
    public (string Indicator, string? Note)? Indicator(string framework, string dimension, string code, string text)
    {
        (dimension, code, text) = (dimension.Trim(), code.Trim(), text.Trim());
        if (IsSum(code) || IsSum(text))
            return null;
        return ListRows.Which(indexes[framework], dimension, code, "", text) is ({ Indicator: { } indicator, Slip: null }, var note) ? (indicator.Code, note) : null;
    }

    /// <returns>Null when the values name no rater.</returns>
    public (string Rater, string Expert, string? Note)? Whose(string rater, string expert) => rows.Whose(rater.Trim(), expert.Trim());

    /// <summary>The unit of a place of the list.</summary>
    public StagedUnit Unit(PlaceFound place) => walker.Unit(table, Number, null, place);

    /// <summary>Stages rows as those of any list.</summary>
    /// <param name="before">Told each row that counts, before it makes a unit.</param>
    public void Stage(Grid odd, Action<int> before) =>
        walker.List(table with { Grid = odd, LastRow = int.MaxValue }, Number, null).Stage(before);

    /// <summary>Whether a row of the list may be the head of another table.</summary>
    public static bool MayBeHead(string text) => Heads.Role(text) is HeadRole.Indicator or HeadRole.Code or HeadRole.Number or HeadRole.Dimension;

    private static bool IsSum(string text) => Heads.IsTotal(text) || Heads.IsSubtotal(text);
}
