using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The rows of an answer, one JSON array a line: the first part in memory, a long answer in a temporary file, so that many
/// answers on their way to slow readers do not fill the memory. Whoever holds it disposes it once; the rows go with the last holder.</summary>
public sealed class SqlResult : IAsyncDisposable
{
    private const int InMemory = 1 << 20;

    private readonly SemaphoreSlim _reading = new(1);
    private Stream _rows = new MemoryStream();
    private int _holders = 1;

    public IReadOnlyList<SqlColumn> Columns { get; internal set; } = [];

    public SqlEnd End { get; internal set; } = new(0, null, 0);

    /// <summary>Bytes of all rows.</summary>
    public long Bytes => _rows.Length;

    /// <summary>The rows as they came, each a JSON array in UTF-8.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // One reader at a time: all of them read the same stream.
        await _reading.WaitAsync(cancel);
        try
        {
            _rows.Position = 0;
            var lines = new LineReader(_rows, int.MaxValue);
            while (await lines.ReadAsync(cancel) is { } line)
            {
                yield return line;
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The rows, parsed.</summary>
    public async IAsyncEnumerable<JsonElement> Rows([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var line in Lines(cancel))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }

    /// <summary>Becomes one more holder; false when the last one has let go already.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0; holders = Volatile.Read(ref _holders))
        {
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            await _rows.DisposeAsync();
            _reading.Dispose();
        }
    }

    internal async ValueTask AddAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        if (_rows is MemoryStream memory && memory.Length + line.Length > InMemory)
        {
            var file = new FileStream(
                Path.Combine(Path.GetTempPath(), $"learningcity-sql-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65536,
                FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            memory.Position = 0;
            await memory.CopyToAsync(file, cancel);
            _rows = file;
        }

        await _rows.WriteAsync(line, cancel);
        _rows.WriteByte((byte)'\n');
    }
}

/// <summary>What came of a query: a result or a fault, never both.</summary>
public sealed record SqlOutcome(SqlResult? Result, SqlFault? Fault);
