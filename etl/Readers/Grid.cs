namespace LearningCity.Etl.Readers;

/// <summary>A block of cells merged into one, inclusive on both ends.</summary>
public readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>A sheet, a table of a document or a CSV file: cells with their places, whatever the format was.</summary>
public sealed class Grid
{
    private readonly Dictionary<(int Row, int Column), Cell> cells;
    private readonly Dictionary<int, List<MergedRange>> merges = [];

    /// <param name="name">The sheet's or table's name; null for CSV.</param>
    /// <param name="merged">Ranges are clipped to the used area, so that a hostile range costs nothing.</param>
    public Grid(string? name, IEnumerable<Cell> cells, IEnumerable<MergedRange>? merged = null, IReadOnlyList<string>? before = null)
    {
        Name = name;
        Before = before ?? [];
        this.cells = [];
        foreach (var cell in cells)
            this.cells[(cell.Row, cell.Column)] = cell;
        Rows = [.. this.cells.Keys.Select(place => place.Row).Distinct().Order()];
        LastColumn = this.cells.Count == 0 ? 0 : this.cells.Keys.Max(place => place.Column);
        foreach (var range in merged ?? [])
            Index(range);
    }

    public string? Name { get; }

    /// <summary>Paragraphs that stand before a document's table, oldest first.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>Rows that hold at least one cell, ascending.</summary>
    public IReadOnlyList<int> Rows { get; }

    public int LastColumn { get; }

    /// <summary>The cell that is seen at a place: inside a merged range, its first cell.</summary>
    public Cell At(int row, int column)
    {
        if (MergeAt(row, column) is { } range)
            (row, column) = (range.FirstRow, range.FirstColumn);
        return Own(row, column);
    }

    /// <summary>The cell that is stored at a place, merged or not.</summary>
    public Cell Own(int row, int column) =>
        cells.TryGetValue((row, column), out var cell) ? cell : new Cell(row, column, "");

    public MergedRange? MergeAt(int row, int column)
    {
        if (merges.TryGetValue(row, out var ranges))
        {
            foreach (var range in ranges)
            {
                if (range.Contains(row, column))
                    return range;
            }
        }
        return null;
    }

    private void Index(MergedRange range)
    {
        if (range.FirstRow == range.LastRow && range.FirstColumn == range.LastColumn)
            return;
        var first = LowerBound(range.FirstRow);
        for (var i = first; i < Rows.Count && Rows[i] <= range.LastRow; i++)
        {
            if (!merges.TryGetValue(Rows[i], out var ranges))
                merges[Rows[i]] = ranges = [];
            ranges.Add(range);
        }
    }

    private int LowerBound(int row)
    {
        var (low, high) = (0, Rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle] < row)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
