using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.SqlConsole.Page;

/// <summary>A table of the researchers' file with what it and its columns are; comments in both languages.</summary>
public sealed record SchemaTable(string Name, string Zh, string En, IReadOnlyList<SchemaColumn> Columns)
{
    /// <summary>What a comment says before its first colon: enough for a list.</summary>
    public static string Brief(string comment) => comment.Split('：', ':', '；', ';')[0];
}

public sealed record SchemaColumn(string Name, string Type, string Zh, string En);

/// <summary>The tables that a query can read, in the order in which they are of use.</summary>
public static class SchemaTree
{
    private static readonly string[] Order = ["rpt_", "fct_", "dim_", "indicator_", "hst_", "log_"];

    /// <summary>Read from the snapshot by the rules of the researchers' file, which may not be written yet.</summary>
    public static IReadOnlyList<SchemaTable> Of(SnapshotReader snapshot)
    {
        var rows = snapshot.Query<Row>("""
            select t.table_name as "Table", coalesce(t.comment, '') as Comment, c.column_name as Name, c.data_type as Type, coalesce(c.comment, '') as Said
            from duckdb_tables() t
            join duckdb_columns() c using (database_oid, schema_oid, table_oid)
            where not t.internal
            order by t.table_name, c.column_index
            """);
        return
        [
            .. rows.Where(r => ViewerColumns.Holds(r.Table))
                .GroupBy(r => (r.Table, r.Comment))
                .Select(t => new SchemaTable(t.Key.Table, Zh(t.Key.Comment), En(t.Key.Comment), [.. t.Select(Column).OfType<SchemaColumn>()]))
                .OrderBy(t => Array.FindIndex(Order, p => t.Name.StartsWith(p, StringComparison.Ordinal)))
                .ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    private static SchemaColumn? Column(Row row)
    {
        var rule = ViewerColumns.Rule(row.Table, row.Name, row.Type);
        var comment = rule == ColumnRule.Pseudonym ? ViewerColumns.PseudonymComment : row.Said;
        return rule == ColumnRule.Drop ? null : new SchemaColumn(row.Name, row.Type.ToLowerInvariant(), Zh(comment), En(comment));
    }

    private static string Zh(string comment) => comment.Split('|')[0].Trim();

    private static string En(string comment) => comment.Split('|')[^1].Trim();

    private sealed record Row(string Table, string Comment, string Name, string Type, string Said);
}
