using LearningCity.Browser.Tests;
using LearningCity.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DashboardProcess))]

namespace LearningCity.Browser.Tests;

/// <summary>The dashboard in its own process over an empty data folder, so that it loads the sample forms itself, and one Chromium.
/// Shared by all browser tests.</summary>
public sealed class DashboardProcess : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("learningcity-browser-").FullName;
    private DashboardServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _server = await DashboardServer.StartAsync(AppContext.BaseDirectory, _data);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh page in a context of its own: no cookies from other tests. Closed with the tab, because a page that stays
    /// open goes on using memory and time.</summary>
    /// <param name="address">Of another dashboard than the shared one.</param>
    public async Task<Tab> OpenAsync(
        int width = 1440, int height = 1000, bool javaScript = true, ColorScheme scheme = ColorScheme.Light, float scale = 1, Uri? address = null)
    {
        Chromium.Need();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (address ?? Address).ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            DeviceScaleFactor = scale,
            AcceptDownloads = true,
        });
        // A busy machine takes longer than the usual half minute now and then; a test that hangs still ends.
        context.SetDefaultTimeout(300_000);
        return new Tab(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }
}
