using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace LearningCity.Benchmarks.Http;

/// <summary>What came back.</summary>
/// <param name="Bytes">Of head and body, as they were on the wire.</param>
internal readonly record struct Answer(int Status, int Bytes);

/// <summary>One HTTP/1.1 connection that is kept: a request is sent, its answer read to the end, then the next. As little as a client can do, so that what is
/// measured is the server.</summary>
internal sealed class KeptConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 << 10];

    public static async Task<KeptConnection> OpenAsync(Uri address)
    {
        if (!IPAddress.TryParse(address.Host, out var host) || !IPAddress.IsLoopback(host))
            throw new ArgumentException($"{address} is not on this computer.", nameof(address));
        var connection = new KeptConnection();
        await connection.socket.ConnectAsync(host, address.Port);
        return connection;
    }

    /// <exception cref="InvalidDataException">The answer is none of HTTP/1.1, or the server hung up.</exception>
    public async ValueTask<Answer> AskAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read = await MoreAsync(read);
            head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var (body, status) = (head + 4, Number(buffer.AsSpan("HTTP/1.1 ".Length, 3)));
        if (Field(head, "\r\nContent-Length: "u8) is { } length)
        {
            while (read < body + length)
                read = await MoreAsync(read);
            return new(status, read);
        }

        if (status is 304 or 204)
            return new(status, read);
        // Chunks: a length in hexadecimal digits, a line end, the bytes, a line end; the last one is empty.
        for (var at = body; ;)
        {
            int end;
            while ((end = buffer.AsSpan(at, read - at).IndexOf("\r\n"u8)) < 0)
                read = await MoreAsync(read);
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, end), out int chunk, out _, 'x'))
                throw new InvalidDataException("neither a length nor chunks");
            at += end + 2 + chunk + 2;
            while (read < at)
                read = await MoreAsync(read);
            if (chunk == 0)
                return new(status, read);
        }
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<int> MoreAsync(int read)
    {
        if (read == buffer.Length)
            Array.Resize(ref buffer, 2 * buffer.Length);
        var more = await socket.ReceiveAsync(buffer.AsMemory(read));
        return more > 0 ? read + more : throw new InvalidDataException("the server hung up");
    }

    private int? Field(int head, ReadOnlySpan<byte> name)
    {
        var at = buffer.AsSpan(0, head).IndexOf(name);
        return at < 0 ? null : Number(buffer.AsSpan(at + name.Length));
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new InvalidDataException("no number");
}
