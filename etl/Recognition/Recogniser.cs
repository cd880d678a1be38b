using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>Finds the forms and lists in the grids of a file and stages their scores. Nothing here depends on the file's format.</summary>
public sealed class Recogniser(CityCatalog catalog, PlaceOptions options)
{
    private readonly Dictionary<string, IndicatorIndex> indexes = catalog.Frameworks.ToDictionary(f => f.Code, f => new IndicatorIndex(catalog, f.Code));

    private readonly Places places = new(catalog);

    /// <returns>Whether the file held any table of scores.</returns>
    public bool Recognise(SourceGrids source, Staged staged)
    {
        var tables = source.Grids.SelectMany(grid => Tables(grid)).ToList();
        var parts = Parts(source, tables);
        var panel = PanelSheets.Name(source.Grids.Count, tables, staged, source.Number);
        var units = new Dictionary<(string Table, string Round, string District), StagedUnit>();
        for (var i = 0; i < tables.Count; i++)
        {
            var context = Context(source, tables[i]);
            var walker = new TableWalker(catalog, indexes, places, context, staged, source.Number, units);
            walker.Walk(tables[i] with { Others = [.. parts[tables[i].Grid].Where(g => g != tables[i].Grid)] }, i, panel[i]);
        }
        if (tables.Count == 0)
            staged.Faults.Add(new(source.Number, null, Rules.NoTable));
        return tables.Count > 0;
    }

    /// <summary>The table that a long list is, as its first lines show it; null where a list is not all that the file may be.</summary>
    /// <param name="first">The first lines alone.</param>
    public LongList? LongList(SourceGrids first, Staged staged)
    {
        if (first.Grids is not [var grid] || Tables(grid).ToList() is not [var table] || !Recognition.LongList.Fits(table.Head))
            return null;
        return new(table, indexes, new TableWalker(catalog, indexes, places, Context(first, table), staged, first.Number, []));
    }

    /// <summary>By each grid that holds a table, the grids that may hold its rows: a table that says of itself what it is begins a group,
    /// and what follows without a head, or with a head and nothing of its own that says another place, goes on with it.</summary>
    private Dictionary<Grid, List<Grid>> Parts(SourceGrids source, List<FoundTable> tables)
    {
        var first = tables.GroupBy(t => t.Grid).ToDictionary(g => g.Key, g => g.First());
        var groups = new Dictionary<Grid, List<Grid>>();
        List<Grid>? group = null;
        PlaceFound? place = null;
        foreach (var grid in source.Grids)
        {
            if (first.TryGetValue(grid, out var table))
            {
                var own = places.Find(Context(source, table));
                if (group is null || table.Lines.Count > 0 || (own.Round ?? place?.Round, own.District ?? place?.District) != (place?.Round, place?.District))
                    (group, place) = ([], own);
                groups[grid] = group;
            }
            group?.Add(grid);
        }
        return groups;
    }

    private PlaceContext Context(SourceGrids source, FoundTable table)
    {
        var names = new List<(Wording, string)>();
        if (table.Grid.Name is { } sheet)
            names.Add((Places.SheetName, sheet));
        names.Add((Places.FileName, Path.GetFileNameWithoutExtension(source.Name)));
        names.AddRange(source.Folders.Select(folder => (Places.FolderName, folder)));
        return new(table.Lines, names, options.Round, options.District);
    }

    /// <summary>The tables of a grid: each head with the rows down to the next one, and the lines above it.</summary>
    private static IEnumerable<FoundTable> Tables(Grid grid)
    {
        var heads = new List<TableHead>();
        foreach (var row in grid.Rows)
        {
            if (heads.Count > 0 && row <= heads[^1].LastRow)
                continue;
            if (TableHeads.At(grid, row) is { } head)
                heads.Add(head);
        }
        for (var i = 0; i < heads.Count; i++)
        {
            var from = i == 0 ? 1 : heads[i - 1].LastRow + 1;
            var first = i;
            // The head is repeated at the top of each printed page.
            while (i + 1 < heads.Count && heads[i + 1].SameLayout(heads[first]) && Continues(grid, heads[i], heads[i + 1]))
                i++;
            var last = i + 1 < heads.Count ? heads[i + 1].FirstRow - 1 : int.MaxValue;
            var repeated = heads.Skip(first + 1).Take(i - first).SelectMany(h => Enumerable.Range(h.FirstRow, h.LastRow - h.FirstRow + 1)).ToHashSet();
            var lines = first == 0
                ? grid.Before.Select(Texts.Line).Concat(Places.LinesOf(grid, 1, heads[0].FirstRow))
                : Places.LinesOf(grid, Tail(grid, from, heads[first].FirstRow), heads[first].FirstRow);
            yield return new(grid, heads[first], last, repeated, [.. lines]);
        }
    }

    private static bool Continues(Grid grid, TableHead head, TableHead next)
    {
        var between = grid.Rows.Where(r => r > head.LastRow && r < next.FirstRow).ToList();
        return between.Count > 0 && !between.Exists(r => Enumerable.Range(1, Math.Min(grid.LastColumn, 64)).Any(c => Heads.IsTotal(grid.Own(r, c).Text)))
            && head.Scores.Any(s => !grid.Own(between[^1], s.Column).IsBlank);
    }

    /// <summary>The first row below the last scores of one table, where the lines above the next may begin.</summary>
    private static int Tail(Grid grid, int from, int to)
    {
        var last = from;
        foreach (var row in grid.Rows.Where(r => r >= from && r < to))
        {
            for (var column = 1; column <= Math.Min(grid.LastColumn, 256); column++)
            {
                if (grid.Own(row, column).Held is not null || Heads.IsTotal(grid.Own(row, column).Text) || PointsReader.Written(grid.Own(row, column).Text).Points is not null)
                    last = row + 1;
            }
        }
        return last;
    }
}

/// <summary>A table of scores within a grid.</summary>
/// <param name="LastRow">Last row that can belong to it.</param>
/// <param name="Repeated">Rows that only repeat the head.</param>
/// <param name="Lines">What stands above it.</param>
public sealed record FoundTable(Grid Grid, TableHead Head, int LastRow, IReadOnlySet<int> Repeated, IReadOnlyList<string> Lines)
{
    /// <summary>Other grids of the file in which rows that are missing may stand: a form that was cut into several tables.</summary>
    public IReadOnlyList<Grid> Others { get; init; } = [];
}
