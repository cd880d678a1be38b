using System.Text.Json;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Lets exactly one reading statement through. DuckDB's own parser says what the statement is; whatever in it is not known to be
/// harmless is refused. The locked connection would stop most of this too: a hole has to be found in both.</summary>
internal static class StatementGuard
{
    /// <summary>The refusal or null, and whether the statement describes a table rather than reading one.</summary>
    public static (SqlFault? Refusal, bool Describes) Check(DuckDBConnection connection, string sql)
    {
        if (sql.Contains('\0', StringComparison.Ordinal))
        {
            return (Refuse("查询含有空字符。", "The query holds a NUL character."), false);
        }

        using var parsed = Parse(connection, sql);
        var root = parsed.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            return (Unparsed(root, sql), false);
        }

        var statements = root.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
        {
            return (statements.GetArrayLength() == 0
                ? Refuse("没有查询语句。", "There is no statement.")
                : Refuse(
                    $"一次只能运行一条语句，这里有 {statements.GetArrayLength()} 条。",
                    $"One statement at a time: there are {statements.GetArrayLength()}."), false);
        }

        var refusal = TreeWalk.Refusal(statements[0], SystemViews(connection)) is { } found
            ? Refuse(found.Zh, found.En, Faults.Position(sql, found.Offset))
            : null;
        return (refusal, TreeWalk.Describes(statements[0]));
    }

    private static SqlFault Unparsed(JsonElement root, string sql)
    {
        var message = root.GetProperty("error_message").GetString() ?? "";
        if (root.GetProperty("error_type").GetString() == "not implemented")
        {
            return Refuse(
                "只能运行读取数据的语句：SELECT、FROM、WITH、VALUES、DESCRIBE、SUMMARIZE。PIVOT 请写成 select * from (pivot … on … in (…))。",
                "Only statements that read: SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE. Write PIVOT as select * from (pivot … on … in (…)).");
        }

        long? position = root.TryGetProperty("position", out var p) && long.TryParse(p.GetString(), out var at) ? at : null;
        return Faults.Query("Parser", message, Faults.Position(sql, position));
    }

    private static SqlFault Refuse(string zh, string en, SqlPosition? position = null) => new(SqlFaultKind.Refused, zh, en, Position: position);

    private static JsonDocument Parse(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select json_serialize_sql($sql::varchar)";
        command.Parameters.Add(new DuckDBParameter("sql", sql));
        return JsonDocument.Parse((string)command.ExecuteScalar()!, new JsonDocumentOptions { MaxDepth = 100_000 });
    }

    private static HashSet<string> SystemViews(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select lower(view_name) from duckdb_views() where internal";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
