using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningCity.Benchmarks.Pages;

/// <summary>A page as a fresh Chromium met it.</summary>
/// <param name="Rows">Rows of the table when they could be read first.</param>
/// <param name="RowsVisible">From the start of the navigation to the frame in which the rows stood.</param>
/// <param name="Bytes">Over the wire, heads included, until the page had loaded.</param>
internal sealed record BrowserVisit(int Rows, TimeSpan RowsVisible, TimeSpan Loaded, long Bytes, int Requests);

/// <summary>Chromium with an empty profile, driven over its own protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Options =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--remote-debugging-port=0", "--window-size=1440,900", "about:blank",
    ];

    /// <summary>Notes the first frame after the rows are there.</summary>
    private const string Watch = """
        new MutationObserver((_, watch) => {
          const rows = document.querySelectorAll('SELECTOR').length;
          if (rows < LEAST) return;
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => { window.rowsSeen = { rows, at: performance.now() }; }));
        }).observe(document, { childList: true, subtree: true });
        """;

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private int sent;

    private Browser(Process process, string profile) => (this.process, this.profile) = (process, profile);

    public static bool Available => File.Exists(Program);

    /// <summary>Opens the page in a browser that has never seen it.</summary>
    /// <param name="rows">Selects the rows; <paramref name="least"/> of them must stand before they count as visible.</param>
    public static async Task<BrowserVisit> VisitAsync(Uri page, string rows, int least)
    {
        await using var browser = await StartAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await browser.Ask("Network.enable", [], limit.Token);
        await browser.Ask("Page.enable", [], limit.Token);
        var watch = Watch.Replace("SELECTOR", rows, StringComparison.Ordinal).Replace("LEAST", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await browser.Ask("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = watch }, limit.Token);
        var (bytes, requests) = (0L, 0);
        await browser.Send("Page.navigate", new() { ["url"] = page.ToString() }, limit.Token);
        for (var loaded = false; !loaded;)
        {
            var told = await browser.Read(limit.Token);
            loaded = told["method"]?.GetValue<string>() == "Page.loadEventFired";
            if (told["method"]?.GetValue<string>() == "Network.loadingFinished")
                (bytes, requests) = (bytes + (long)told["params"]!["encodedDataLength"]!.GetValue<double>(), requests + 1);
        }

        JsonNode? seen = null;
        while (seen is null)
        {
            seen = (await browser.Ask("Runtime.evaluate", new()
            {
                ["expression"] = "window.rowsSeen && ({ ...window.rowsSeen, loaded: performance.timing.loadEventEnd - performance.timing.navigationStart })",
                ["returnByValue"] = true,
            }, limit.Token))["result"]?["value"];
        }

        return new(
            seen["rows"]!.GetValue<int>(), TimeSpan.FromMilliseconds(seen["at"]!.GetValue<double>()), TimeSpan.FromMilliseconds(seen["loaded"]!.GetValue<double>()), bytes, requests);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser still writes; it is a temporary folder.
        }
    }

    private static async Task<Browser> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("learningcity-browser-").FullName;
        var process = Process.Start(new ProcessStartInfo(Program, [.. Options.Prepend($"--user-data-dir={profile}")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var port = Path.Combine(profile, "DevToolsActivePort");
        for (var wait = Stopwatch.StartNew(); !File.Exists(port) || File.ReadAllLines(port).Length < 2;)
        {
            if (wait.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("Chromium did not start.");
            await Task.Delay(50);
        }

        var browser = new Browser(process, profile);
        using var http = new HttpClient();
        var tabs = JsonNode.Parse(await http.GetStringAsync($"http://127.0.0.1:{File.ReadAllLines(port)[0]}/json/list"))!.AsArray();
        var address = tabs.First(t => t!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>();
        await browser.socket.ConnectAsync(new Uri(address), default);
        return browser;
    }

    private async Task<JsonNode> Ask(string method, JsonObject with, CancellationToken cancel)
    {
        var id = await Send(method, with, cancel);
        while (true)
        {
            var told = await Read(cancel);
            if (told["id"]?.GetValue<int>() == id)
                return told["result"] ?? throw new InvalidOperationException(told.ToJsonString());
        }
    }

    private async Task<int> Send(string method, JsonObject with, CancellationToken cancel)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = ++sent, ["method"] = method, ["params"] = with });
        await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancel);
        return sent;
    }

    private async Task<JsonNode> Read(CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var part = new byte[64 << 10];
        ValueWebSocketReceiveResult got;
        do
        {
            got = await socket.ReceiveAsync(part.AsMemory(), cancel);
            whole.Write(part, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }
}
