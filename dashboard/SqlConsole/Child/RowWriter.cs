using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Writes an answer line by line as it comes, and stops at the limits: no more than one row is ever held.</summary>
internal sealed class RowWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly BufferedStream _output;
    private readonly SqlLimits _limits;
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly Utf8JsonWriter _json;
    private SqlColumn[] _columns = [];
    private long _bytes;

    public RowWriter(Stream output, SqlLimits limits)
    {
        _output = new BufferedStream(output, 65536);
        _limits = limits;
        _json = new Utf8JsonWriter(_line, Options);
    }

    public int Rows { get; private set; }

    public void Write(SqlFault fault) => Last(new SqlLine(Fault: fault));

    public void Write(SqlEnd end) => Last(new SqlLine(End: end));

    public void Write(SqlColumn[] columns)
    {
        _columns = columns;
        _output.Write(JsonSerializer.SerializeToUtf8Bytes(new SqlLine(columns), WireJson.Default.SqlLine));
        _output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the reader's row, or says which limit it would pass.</summary>
    public string? Write(DuckDBDataReader reader)
    {
        if (Rows == _limits.Rows)
        {
            return "rows";
        }

        _line.ResetWrittenCount();
        _json.Reset(_line);
        _json.WriteStartArray();
        for (var i = 0; i < _columns.Length; i++)
        {
            try
            {
                JsonValue.Write(_json, reader, i);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException or InvalidCastException
                or NotSupportedException or FormatException)
            {
                throw new UnreadableValueException(_columns[i].Name, _columns[i].Type, e);
            }
        }

        _json.WriteEndArray();
        _json.Flush();
        _bytes += _line.WrittenCount + 1;
        if (_bytes > _limits.Bytes)
        {
            return "bytes";
        }

        Rows++;
        _output.Write(_line.WrittenSpan);
        _output.WriteByte((byte)'\n');
        return null;
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }

    private void Last(SqlLine line)
    {
        _output.Write(JsonSerializer.SerializeToUtf8Bytes(line, WireJson.Default.SqlLine));
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }
}
