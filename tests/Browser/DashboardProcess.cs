using System.Diagnostics;
using System.Text.RegularExpressions;
using LearningCity.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DashboardProcess))]

namespace LearningCity.Browser.Tests;

/// <summary>The built dashboard as its users start it: a process of its own on a free port, over an empty data folder, so that it
/// loads the sample forms itself. Shared by all browser tests.</summary>
public sealed partial class DashboardProcess : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("learningcity-browser-").FullName;
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        Address = await StartServerAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh page in a context of its own: no cookies from other tests.</summary>
    public async Task<IPage> PageAsync(int width = 1440, int height = 1000, bool javaScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        Chromium.Need();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            AcceptDownloads = true,
        });
        return await context.NewPageAsync();
    }

    private async Task<Uri> StartServerAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LearningCity.Dashboard.dll");
        _server = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", _data, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        void Read(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.Add(line);
            if (Listening().Match(line) is { Success: true } match)
                listening.TrySetResult(new Uri(match.Value));
        }

        _server.OutputDataReceived += (_, e) => Read(e.Data);
        _server.ErrorDataReceived += (_, e) => Read(e.Data);
        _server.EnableRaisingEvents = true;
        _server.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The dashboard ended: " + string.Join('\n', output)));
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        return await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
