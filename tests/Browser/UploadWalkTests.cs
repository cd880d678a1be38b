using System.Text;
using LearningCity.Tests.Support;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>From a file on somebody's desk to a new snapshot, on a dashboard of its own: the shared one keeps the numbers that other tests read.</summary>
public sealed class UploadWalkTests(DashboardProcess dashboard) : IAsyncLifetime
{
    private const string Head = "评估轮次,区,指标,专家,得分\n";

    private readonly TempFolder folder = new();
    private DashboardServer? server;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null)
            server = await DashboardServer.StartAsync(AppContext.BaseDirectory, folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_correction_is_sent_in_looked_at_loaded_published_and_compared_with_what_was_before()
    {
        Chromium.Need();
        await using var tab = await dashboard.OpenAsync(address: server!.Address);
        var page = tab.Page;
        await page.GotoAsync("/data/upload?lang=en");
        var sample = await Snapshot(page);
        await Send(page, Csv("good.csv", "2026,通州区,F1,E01,3.5"), Csv("bad.csv", "2026,朝阳区,F1,E01,约5"));
        (await page.Locator("main").InnerTextAsync()).ShouldContain("约5");
        await LooksRight(page, new Uri(page.Url).AbsolutePath, sample: true);
        await page.GotoAsync(Addresses.In(new Uri(page.Url).AbsolutePath, "en"));
        // With the first real file the sample gives way.
        var before = await Publish(page, sample);
        await Send(page, Csv("correction.csv", "2026,通州区,F1,E01,4.5"));
        var after = await Publish(page, before);

        await LooksRight(page, $"/data/snapshots/{before}/diff/{after}", sample: false);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("通州区");
        tab.Faults.ShouldBeEmpty();
    }

    /// <summary>Sends files in and waits for what a load of them would do.</summary>
    private static async Task Send(IPage page, params FilePayload[] files)
    {
        await page.GotoAsync("/data/upload?lang=en");
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send and check" }).ClickAsync();
        await Accept(page).WaitForAsync();
    }

    /// <summary>Confirms what was sent in, publishes, and waits for a snapshot that is another than the one before.</summary>
    private static async Task<string> Publish(IPage page, string before)
    {
        await Accept(page).ClickAsync();
        await Accept(page).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GotoAsync("/data/upload?lang=en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish a new snapshot" }).ClickAsync();
        var after = before;
        while (after == before)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await page.GotoAsync("/data/snapshots?lang=en");
            after = await Snapshot(page);
        }

        return after;
    }

    private static ILocator Accept(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Confirm and load" });

    private static Task<string> Snapshot(IPage page) => page.Locator("footer code").First.InnerTextAsync();

    private static FilePayload Csv(string name, string row) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Head + row + "\n") };

    private static async Task LooksRight(IPage page, string path, bool sample)
    {
        foreach (var language in new[] { "en", "zh" })
        {
            await page.GotoAsync(Addresses.In(path, language));
            await EveryPageTests.SaysWhatItShows(page, language, sample);
        }

        (await EveryPageTests.WcagFaults(page)).ShouldBeEmpty();
    }
}
