using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>A result as <c>{snapshot, sample, columns, rows, truncated, truncatedBy}</c>; rows go through as they came.</summary>
internal static class JsonResult
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task WriteAsync(SqlResult result, string snapshot, bool sample, Stream to, CancellationToken cancel)
    {
        await to.WriteAsync(Head(result, snapshot, sample), cancel);
        var first = true;
        await foreach (var line in result.Lines(cancel))
        {
            await to.WriteAsync(first ? "\n"u8.ToArray() : ",\n"u8.ToArray(), cancel);
            await to.WriteAsync(line, cancel);
            first = false;
        }

        var by = result.End.Truncated;
        var tail = $"],\"truncated\":{(by is null ? "false" : "true")},\"truncatedBy\":{(by is null ? "null" : $"\"{by}\"")}}}";
        await to.WriteAsync(System.Text.Encoding.UTF8.GetBytes(tail), cancel);
    }

    /// <summary>All up to the bracket that opens the rows.</summary>
    private static ReadOnlyMemory<byte> Head(SqlResult result, string snapshot, bool sample)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot);
        json.WriteBoolean("sample", sample);
        json.WritePropertyName("columns");
        json.WriteStartArray();
        foreach (var column in result.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("rows");
        json.WriteStartArray();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
