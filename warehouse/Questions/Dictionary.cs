using System.Diagnostics.CodeAnalysis;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>A table or one of its columns, as the snapshot itself describes it.</summary>
/// <param name="Column">Null for the table's own row.</param>
/// <param name="Position">0 for the table, then its columns from 1.</param>
/// <param name="Type">Of the column, as DuckDB names it; for a table its number of rows stands in <paramref name="Rows"/>.</param>
public sealed record DictionaryRow(
    string Table, string? Column, int Position, string? Type, bool Nullable, long? Rows, string? CommentZh, string? CommentEn);

/// <summary>What do the tables and columns mean?</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is the data dictionary (design §5), not a collection.")]
public static class Dictionary
{
    private const string Sql = """
        with described as (
            select table_name, null as column_name, 0 as position, null as data_type, false as is_nullable,
                estimated_size as n, comment
            from duckdb_tables()
            where database_name = current_database() and not temporary
            union all
            select c.table_name, c.column_name, c.column_index, c.data_type, c.is_nullable, null, c.comment
            from duckdb_columns() c
            join duckdb_tables() t using (database_name, table_name)
            where c.database_name = current_database() and not c.internal and not t.temporary
        )
        select
            table_name as "table", column_name as "column", position::integer as position, data_type as type,
            is_nullable as nullable, n as rows,
            nullif(trim(split_part(comment, '|', 1)), '') as comment_zh,
            nullif(trim(split_part(comment, '|', 2)), '') as comment_en
        from described
        order by table_name, position
        """;

    /// <remarks>Rows are those counted at publication: DuckDB's own number is an estimate that counts deleted ones too.</remarks>
    public static Answer<DictionaryRow> Ask(SnapshotReader s) => new(
        s.Info.Id, null,
        [.. s.Query<DictionaryRow>(Sql).Select(r => r.Column is null && s.Info.Rows.TryGetValue(r.Table, out var counted) ? r with { Rows = counted } : r)]);

    /// <summary>The dictionary of the database that a connection uses.</summary>
    internal static IReadOnlyList<DictionaryRow> Read(DuckDBConnection connection) => connection.Query<DictionaryRow>(Sql).AsList();
}
