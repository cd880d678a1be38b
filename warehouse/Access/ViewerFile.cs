using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Access;

/// <summary>A snapshot as a viewer may read it who may not see all. Researchers: experts under pseudonyms, nothing of where a score came from.
/// A district that is not shown the others: its own rows and quartiles. What is not for them was never written into the file, so no way of
/// reading it brings it back.</summary>
internal static class ViewerFile
{
    /// <summary>Writes the file of a snapshot, whole or not at all.</summary>
    /// <param name="snapshot">Path of the published file; it is only read.</param>
    /// <param name="target">Path of the file to write; one that another process wrote meanwhile is left as it is.</param>
    public static void Write(Viewer viewer, string snapshot, string target, Pseudonyms pseudonyms)
    {
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var connection = new DuckDBConnection($"Data Source={temporary};threads=1"))
            {
                connection.Open();
                connection.Execute($"attach '{snapshot.Replace("'", "''", StringComparison.Ordinal)}' as known (read_only)");
                Fill(connection, viewer, pseudonyms);
                connection.Execute("detach known");
                connection.Execute("checkpoint");
            }

            SnapshotFiles.MakeReadOnly(temporary);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(temporary + ".wal");
        }
    }

    private static void Fill(DuckDBConnection connection, Viewer viewer, Pseudonyms pseudonyms)
    {
        var columns = connection.Query<Column>("""
            select table_name as "Table", column_name as Name, data_type as Type, coalesce(comment, '') as Comment
            from duckdb_columns()
            where database_name = 'known' and schema_name = 'main' and not internal
                and table_name in (select table_name from duckdb_tables() where database_name = 'known')
            order by table_name, column_index
            """)
            .Where(c => ViewerColumns.Holds(c.Table) && (viewer.SeesAllDistricts || DistrictTables.Holds(c.Table)))
            .Select(c => c with { Rule = Rule(c, viewer) })
            .Where(c => c.Rule != ColumnRule.Drop)
            .ToLookup(c => c.Table);
        NameExperts(connection, columns.SelectMany(c => c).Where(c => c.Rule == ColumnRule.Pseudonym).Select(c => c.Table), pseudonyms);
        if (viewer.District is { } district)
        {
            connection.Execute("create temp table viewer (district varchar)");
            connection.Execute("insert into viewer values ($district)", new { district });
        }

        var comments = connection.Query<(string Table, string Comment)>(
            "select table_name, comment from duckdb_tables() where database_name = 'known' and comment is not null").ToDictionary(t => t.Table, t => t.Comment);
        foreach (var table in columns)
        {
            var list = string.Join(", ", table.Select(c => ViewerColumns.Expression(c.Name, c.Type, c.Rule)));
            var own = !viewer.SeesAllDistricts && DistrictTables.IsOwn(table.Key) ? " where t.district in (select district from temp.viewer)" : "";
            connection.Execute($"create table \"{table.Key}\" as select {list} from known.main.\"{table.Key}\" t{own}");
            if (comments.TryGetValue(table.Key, out var said))
            {
                connection.Execute($"comment on table \"{table.Key}\" is {Quote(said)}");
            }

            foreach (var column in table)
            {
                var comment = column.Rule == ColumnRule.Pseudonym ? ViewerColumns.PseudonymComment : column.Comment;
                connection.Execute($"comment on column \"{table.Key}\".\"{column.Name}\" is {Quote(comment)}");
            }
        }

        if (viewer.Others == OthersPolicy.Anonymous)
        {
            connection.Execute(DistrictTables.QuartileSql.Split(';', 2)[0], new { fewest = DistrictTables.FewestPeers });
            connection.Execute(DistrictTables.QuartileSql.Split(';', 2)[1]);
        }
    }

    private static ColumnRule Rule(Column column, Viewer viewer) =>
        viewer.Others == OthersPolicy.Own && DistrictTables.IsPosition(column.Table, column.Name)
            ? ColumnRule.Blank
            : ViewerColumns.Rule(column.Table, column.Name, column.Type);

    private static void NameExperts(DuckDBConnection connection, IEnumerable<string> tables, Pseudonyms pseudonyms)
    {
        var union = string.Join(" union ", tables.Select(t => $"select expert from known.main.\"{t}\" where expert is not null"));
        var named = union.Length == 0 ? [] : connection.Query<string>(union).Distinct(StringComparer.Ordinal).Select(e => (Expert: e, Pseudonym: pseudonyms.For(e))).ToArray();
        if (named.DistinctBy(n => n.Pseudonym).Count() != named.Length)
        {
            throw new InvalidOperationException("Two experts have the same pseudonym.");
        }

        connection.Execute("create temp table pseudonym (expert varchar, pseudonym varchar)");
        using var appender = connection.CreateAppender("temp", "main", "pseudonym");
        foreach (var (expert, pseudonym) in named)
        {
            appender.CreateRow().AppendValue(expert).AppendValue(pseudonym).EndRow();
        }
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Column(string Table, string Name, string Type, string Comment)
    {
        public ColumnRule Rule { get; init; }
    }
}
