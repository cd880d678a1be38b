using System.Buffers;
using System.IO.Pipelines;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>Reads lines of UTF-8 from a stream; a line stays valid until the next is read.</summary>
/// <param name="stream">Is not closed.</param>
/// <param name="longest">Bytes of the longest line that is believed.</param>
internal sealed class LineReader(Stream stream, long longest)
{
    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 65536, leaveOpen: true));
    private SequencePosition? _read;

    /// <summary>The next line without its end; null at the end of the stream, where half a line is dropped.</summary>
    /// <exception cref="InvalidDataException">A line is longer than is believed.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancel)
    {
        if (_read is { } done)
        {
            _pipe.AdvanceTo(done);
            _read = null;
        }

        while (true)
        {
            var result = await _pipe.ReadAsync(cancel);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, end);
                _read = result.Buffer.GetPosition(1, end);
                return line.IsSingleSegment ? line.First : line.ToArray();
            }

            if (result.IsCompleted)
            {
                return null;
            }

            if (result.Buffer.Length > longest)
            {
                throw new InvalidDataException("A line is longer than the limit.");
            }

            _pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
