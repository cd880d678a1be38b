using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>What the dashboard asks of a child process: one line of JSON on its standard input, which then stays open.
/// When it closes, the dashboard has gone or given up, and the child ends itself.</summary>
public sealed record SqlOrder(string File, string Sql, SqlLimits Limits);

/// <summary>A column of an answer.</summary>
/// <param name="Type">DuckDB's name of the type, such as DECIMAL(6,2).</param>
public sealed record SqlColumn(string Name, string Type);

/// <summary>The last word of a child that answered in full.</summary>
/// <param name="Truncated">"rows" or "bytes" when that limit cut the answer; null when it is complete.</param>
/// <param name="Milliseconds">From the order to the last row.</param>
public sealed record SqlEnd(int Rows, string? Truncated, double Milliseconds);

/// <summary>A line of a child's standard output that is no row: rows are arrays and begin with [, these are objects and begin with {.</summary>
public sealed record SqlLine(IReadOnlyList<SqlColumn>? Columns = null, SqlEnd? End = null, SqlFault? Fault = null);

/// <summary>The form of both; compiled, so that a child need not find it out by reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SqlOrder))]
[JsonSerializable(typeof(SqlLine))]
internal sealed partial class WireJson : JsonSerializerContext;
