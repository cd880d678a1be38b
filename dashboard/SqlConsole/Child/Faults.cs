using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>From what DuckDB throws to what a person reads.</summary>
internal static class Faults
{
    public static SqlFault Memory(SqlLimits limits) => new(
        SqlFaultKind.Memory,
        $"查询所需内存超过上限（{limits.DuckDbMemory} MiB）。请缩小范围或先汇总。",
        $"The query needs more memory than it may use ({limits.DuckDbMemory} MiB). Ask for less, or aggregate first.");

    public static SqlFault Unreadable(UnreadableValueException e) => new(
        SqlFaultKind.Query,
        $"列“{e.Column}”含有无法传输的值（类型 {e.Type}），请写成文本：cast(… as varchar)。",
        $"Column \"{e.Column}\" holds a value that cannot be sent (type {e.Type}); ask for it as text: cast(… as varchar).");

    /// <summary>A fault with DuckDB's message and position, without the folder of the file it read.</summary>
    /// <param name="shift">Characters that were put before the query when it failed.</param>
    public static SqlFault Of(DuckDBException exception, SqlOrder order, int shift = 0)
    {
        var (error, message, position) = Read(exception.Message);
        message = WithoutPath(WithoutAdvice(message), order.File);
        return error.StartsWith("Out of Memory", StringComparison.Ordinal)
            ? Memory(order.Limits) with { Error = error, Message = message }
            : Query(error, message, Position(order.Sql, position - shift));
    }

    public static SqlFault Query(string error, string message, SqlPosition? position) => new(
        SqlFaultKind.Query,
        position is null ? "查询有误，DuckDB 的说明如下。" : $"查询有误（第 {position.Line} 行第 {position.Column} 字），DuckDB 的说明如下。",
        position is null ? "The query has an error; DuckDB says:" : $"The query has an error at line {position.Line}, column {position.Column}; DuckDB says:",
        error, message, position);

    /// <summary>Line and column of a byte of the query's UTF-8; null where DuckDB gave none.</summary>
    public static SqlPosition? Position(string sql, long? bytes)
    {
        var utf8 = Encoding.UTF8.GetBytes(sql);
        if (bytes is null or < 0 || bytes > utf8.Length)
        {
            return null;
        }

        var before = Encoding.UTF8.GetString(utf8, 0, (int)bytes.Value);
        var lineStart = before.LastIndexOf('\n') + 1;
        return new SqlPosition(before.Length, 1 + before.Count(c => c == '\n'), 1 + before[lineStart..].EnumerateRunes().Count());
    }

    private static (string Error, string Message, long? Position) Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            long? position = root.TryGetProperty("position", out var p) && long.TryParse(p.GetString(), out var at) ? at : null;
            return (root.GetProperty("exception_type").GetString() ?? "", root.GetProperty("exception_message").GetString() ?? "", position);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", text, null);
        }
    }

    /// <summary>DuckDB advises settings that cannot be set here.</summary>
    private static string WithoutAdvice(string message) => message.Split("\n\nPossible solutions:")[0];

    private static string WithoutPath(string message, string file)
    {
        var folder = Path.GetDirectoryName(file);
        return string.IsNullOrEmpty(folder) ? message
            : message.Replace(file, Path.GetFileName(file), StringComparison.Ordinal).Replace(folder, "…", StringComparison.Ordinal);
    }
}
