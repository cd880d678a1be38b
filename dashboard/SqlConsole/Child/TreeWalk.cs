using System.Buffers;
using System.Text.Json;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>What was found in a statement that is not open here, and where (bytes of UTF-8).</summary>
internal sealed record Forbidden(string Zh, string En, long? Offset);

/// <summary>Walks a statement as DuckDB's parser gives it (json_serialize_sql). Nodes of a kind that is not listed are refused.</summary>
internal static class TreeWalk
{
    /// <summary>Functions that may stand in FROM: they make rows out of their arguments, or tell the schema without a path.</summary>
    private static readonly HashSet<string> TableFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree", "histogram", "histogram_values",
        "duckdb_columns", "duckdb_tables", "duckdb_views", "duckdb_functions", "duckdb_types", "duckdb_keywords",
        "pragma_table_info", "pragma_show", "table_info", "pragma_version", "icu_calendar_names", "pg_timezone_names",
    };

    /// <summary>Views of DuckDB's own that tell the schema. The others tell paths and settings.</summary>
    private static readonly HashSet<string> SystemViews = new(StringComparer.OrdinalIgnoreCase)
    {
        "tables", "columns", "views", "schemata", "duckdb_columns", "duckdb_tables", "duckdb_views", "duckdb_types", "sqlite_master",
        "sqlite_schema", "pg_tables", "pg_views", "pg_attribute", "pg_class", "pg_namespace", "pg_type",
    };

    /// <summary>Functions of a value that tell or change the process rather than compute.</summary>
    private static readonly HashSet<string> ScalarsRefused = new(StringComparer.OrdinalIgnoreCase)
    {
        "current_setting", "getenv", "getvariable", "write_log", "nextval", "currval", "parse_duckdb_log_message", "read_text", "read_blob",
        "which_secret", "sleep_ms", "pg_sleep", "json_execute_serialized_sql",
    };

    private static readonly SearchValues<char> FileCharacters = SearchValues.Create("./\\:*?[]");

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE",
        "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT", "SHOW_REF", "CTE",
        "ORDER_MODIFIER", "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "DISTINCT_MODIFIER",
        "ORDER_DEFAULT", "ASCENDING", "DESCENDING", "INVALID",
    };

    /// <summary>The first thing that is not open here; null when there is none.</summary>
    public static Forbidden? Refusal(JsonElement statement, IReadOnlySet<string> systemViews)
    {
        var todo = new Stack<JsonElement>([statement]);
        while (todo.TryPop(out var node))
        {
            if (node.ValueKind == JsonValueKind.Object)
            {
                if (Look(node, systemViews) is { } found)
                {
                    return found;
                }

                foreach (var child in node.EnumerateObject())
                {
                    todo.Push(child.Value);
                }
            }
            else if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var child in node.EnumerateArray())
                {
                    todo.Push(child);
                }
            }
        }

        return null;
    }

    /// <summary>Whether the statement is DESCRIBE, SHOW or SUMMARIZE, which cannot itself be described.</summary>
    public static bool Describes(JsonElement statement) =>
        statement.TryGetProperty("node", out var node) && node.TryGetProperty("from_table", out var from) && Text(from, "type") == "SHOW_REF";

    private static Forbidden? Look(JsonElement node, IReadOnlySet<string> systemViews)
    {
        if (Text(node, "class") is { } expression)
        {
            return expression == "FUNCTION" && ScalarsRefused.Contains(Text(node, "function_name") ?? "") ? Function(node) : null;
        }

        var kind = Text(node, "type");
        if (kind is not null && !Kinds.Contains(kind) && !kind.EndsWith("_TYPE_INFO", StringComparison.Ordinal))
        {
            return new Forbidden($"此处不开放：{kind}。", $"Not open here: {kind}.", Offset(node));
        }

        return kind switch
        {
            "TABLE_FUNCTION" when node.TryGetProperty("function", out var call) && !TableFunctions.Contains(Text(call, "function_name") ?? "") => Function(call),
            "BASE_TABLE" => Table(node, systemViews),
            "SHOW_REF" when Text(node, "table_name")!.Trim('"') is not ("" or "tables" or "__show_tables_expanded") and var what =>
                new Forbidden($"此处不开放：SHOW {what}。", $"Not open here: SHOW {what}.", Offset(node)),
            _ => null,
        };
    }

    /// <summary>A table whose name could be a file's is never looked for in the file system, and DuckDB's own views only where they tell no path.</summary>
    private static Forbidden? Table(JsonElement node, IReadOnlySet<string> systemViews)
    {
        var name = Text(node, "table_name") ?? "";
        if (name.AsSpan().IndexOfAny(FileCharacters) >= 0)
        {
            return new Forbidden(
                $"“{name}”不是表名，文件不能读取。", $"\"{name}\" is not the name of a table, and files cannot be read.", Offset(node));
        }

        return systemViews.Contains(name.ToLowerInvariant()) && !SystemViews.Contains(name)
            ? new Forbidden($"系统视图 {name} 不开放。", $"The system view {name} is not open here.", Offset(node))
            : null;
    }

    private static Forbidden Function(JsonElement call)
    {
        var name = Text(call, "function_name");
        return new Forbidden($"函数 {name} 不开放。", $"The function {name} is not open here.", Offset(call));
    }

    private static string? Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Offset(JsonElement node) =>
        node.TryGetProperty("query_location", out var at) && at.TryGetInt64(out var bytes) ? bytes : null;
}
