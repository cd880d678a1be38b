using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace LearningCity.Etl.Readers;

/// <summary>A text file that reads the same whoever reads it: UTF-8, one record a line, none of them blank, quotes only around whole fields.</summary>
/// <param name="Lines">With the head.</param>
/// <param name="LineEnd">As DuckDB is told it.</param>
/// <param name="First">The first lines.</param>
/// <param name="Written">When the file was last written to, as it was read.</param>
public sealed record PlainText(string Path, string Sha256, long Length, DateTime Written, long Lines, char Delimiter, string LineEnd, Grid First)
{
    // A longer line is no list's.
    private const int BufferBytes = 1 << 20;

    // The careful reader looks at 20 lines for what separates the fields.
    private const int FirstLines = 20;

    private static readonly SearchValues<char> Patterns = SearchValues.Create("*?[]{}");

    private static readonly SearchValues<byte> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\r' or '\n' or '\f')).Select(b => (byte)b)]);

    /// <summary>Whether the file is still the one that was read.</summary>
    public bool IsUnchanged => new FileInfo(Path) is { Exists: true } now && now.Length == Length && now.LastWriteTimeUtc == Written;

    /// <returns>Null for any other file, which is then read with care.</returns>
    public static PlainText? Scan(string path, ReadLimits limits)
    {
        // DuckDB would take these for patterns.
        if (path.AsSpan().ContainsAny(Patterns))
            return null;
        var info = new FileInfo(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var (held, lines, returns, length) = (0, 0L, 0L, 0L);
        var (wide, chinese, marked) = (false, false, false);
        (char Delimiter, Grid Grid)? first = null;
        var ended = true;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(held), BufferBytes - held, throwOnEndOfStream: false);
            hash.AppendData(buffer, held, read);
            length += read;
            held += read;
            if (held == 0)
                break;
            var last = held < BufferBytes;
            var whole = last ? held : buffer.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;
            if (whole == 0)
                return null;
            var text = buffer.AsSpan(0, whole);
            if (first is null)
            {
                marked = text.StartsWith((byte[])[0xEF, 0xBB, 0xBF]);
                if (text.ContainsAny(Control) || Head(text, last, limits) is not { } head)
                    return null;
                first = head;
            }
            if (text.ContainsAny(Control) || !Utf8.IsValid(text) || HasBlankLine(text) || !QuotesFields(text, (byte)first.Value.Delimiter))
                return null;
            wide |= text.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
            chinese |= wide && text.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) >= 0;
            lines += text.Count((byte)'\n');
            ended = text[^1] == '\n';
            var carriage = text.Count((byte)'\r');
            returns += carriage;
            // One kind of line end, and no other use of its characters.
            if (carriage != text.Count("\r\n"u8) || (returns > 0 && returns != lines))
                return null;
            text = buffer.AsSpan(whole, held - whole);
            text.CopyTo(buffer);
            held = text.Length;
            if (last)
                break;
        }
        // Without the three bytes of a Chinese character it may be GB18030 as well.
        if (first is null || (wide && !chinese && !marked))
            return null;
        return new(
            path, Convert.ToHexStringLower(hash.GetHashAndReset()), length, info.LastWriteTimeUtc, lines + (ended ? 0 : 1), first.Value.Delimiter, returns > 0 ? @"\r\n" : @"\n", first.Value.Grid);
    }

    private static (char Delimiter, Grid Grid)? Head(ReadOnlySpan<byte> text, bool last, ReadLimits limits)
    {
        var end = 0;
        for (var line = 0; line < FirstLines && end < text.Length; line++)
        {
            var next = text[end..].IndexOf((byte)'\n');
            end = next < 0 ? text.Length : end + next + 1;
        }
        if (end == text.Length && !last)
            return null;
        var lines = text[..end].ToArray();
        try
        {
            return FileKinds.Tell(lines) == FileKind.Text && CsvReader.Plain(lines, limits) is var (delimiter, grid) ? (delimiter, grid) : null;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static bool HasBlankLine(ReadOnlySpan<byte> text) =>
        text[0] == '\n' || text.StartsWith("\r\n"u8) || text.IndexOf("\n\n"u8) >= 0 || text.IndexOf("\n\r\n"u8) >= 0;

    /// <summary>Whether quotes stand around whole fields and nowhere else.</summary>
    private static bool QuotesFields(ReadOnlySpan<byte> text, byte delimiter)
    {
        for (var at = 0; text[at..].IndexOf((byte)'"') is >= 0 and var found;)
        {
            var open = at + found;
            var close = text[(open + 1)..].IndexOfAny((byte)'"', (byte)'\n') + open + 1;
            if (close == open || text[close] != '"' || (open > 0 && text[open - 1] != delimiter && text[open - 1] != '\n'))
                return false;
            at = close + 1;
            if (at < text.Length && text[at] != delimiter && text[at] is not ((byte)'\r' or (byte)'\n'))
                return false;
        }
        return true;
    }
}
