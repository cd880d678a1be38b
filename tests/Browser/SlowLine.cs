using System.Net;
using System.Net.Sockets;

namespace LearningCity.Browser.Tests;

/// <summary>Stands between a browser and the dashboard and hands pages on in small pieces, as a slow line does.</summary>
public sealed class SlowLine : IDisposable
{
    private const int Piece = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpListener _listener = new();
    private readonly HttpClient _client;

    public SlowLine(Uri to)
    {
        _client = new() { BaseAddress = to };
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var answer = await _client.GetAsync(new Uri(context.Request.RawUrl!, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        foreach (var piece in isPage ? bytes.Chunk(Piece) : [bytes])
        {
            await response.OutputStream.WriteAsync(piece);
            await response.OutputStream.FlushAsync();
            await Task.Delay(isPage ? Pause : TimeSpan.Zero);
        }
    }
}
