using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataDictionary;

/// <summary>The tables of the snapshot in the groups that their names begin with, in the order in which they are of use.</summary>
public sealed record DictionaryView(IReadOnlyList<TableGroup> Groups)
{
    private static readonly string[] Order = ["rpt", "fct", "dim", "log", "meta"];

    public int Tables => Groups.Sum(g => g.Tables.Count);

    public int Columns => Groups.Sum(g => g.Tables.Sum(t => t.Columns.Count));

    public static DictionaryView Read(SnapshotReader snapshot)
    {
        var rows = Dictionary.Ask(snapshot).Rows.ToLookup(r => r.Table);
        return new DictionaryView(
        [
            .. rows.Select(t => new DescribedTable(t.First(r => r.Column is null), [.. t.Where(r => r.Column is not null)]))
                .GroupBy(t => GroupOf(t.Table.Table))
                .OrderBy(g => Array.IndexOf(Order, g.Key))
                .Select(g => new TableGroup(g.Key, [.. g])),
        ]);
    }

    private static string GroupOf(string table) => table.Split('_')[0] switch
    {
        "fct" or "hst" or "cnf" => "fct",
        "dim" or "indicator" => "dim",
        "rpt" => "rpt",
        "log" => "log",
        _ => "meta",
    };
}

/// <param name="Code">rpt, fct, dim, log or meta.</param>
public sealed record TableGroup(string Code, IReadOnlyList<DescribedTable> Tables);

public sealed record DescribedTable(DictionaryRow Table, IReadOnlyList<DictionaryRow> Columns);
