using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What a page may cost its reader: bytes over the wire, and no line that jumps while it loads.</summary>
public sealed class BudgetTests(DashboardProcess dashboard)
{
    private const int Kilobytes = 150;

    // What moved is remembered with it, from where to where: by the time that the test reads it, all lies still.
    private const string WatchShifts = """
        window.shifted = 0;
        window.moved = [];
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
                window.shifted += entry.value;
                for (const { node, previousRect: was, currentRect: now } of entry.sources) {
                    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
                    window.moved.push(`${element ? element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30) : '?'}`
                        + ` ${Math.round(was.x)},${Math.round(was.y)} ${Math.round(was.width)}x${Math.round(was.height)}`
                        + ` -> ${Math.round(now.x)},${Math.round(now.y)} ${Math.round(now.width)}x${Math.round(now.height)}`);
                }
            }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    public static TheoryData<string> Pages => [.. PagesInTheBrowserTests.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_with_all_that_belongs_to_it_is_at_most_150_kB_and_nothing_on_it_moves(string path)
    {
        // A page on which something is still being made loads itself again until it is there.
        using (var client = new HttpClient { BaseAddress = dashboard.Address })
        {
            while ((await client.GetStringAsync(path, TestContext.Current.CancellationToken)).Contains("data-wait", StringComparison.Ordinal))
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        var finished = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => finished.Enqueue(request);
        await page.AddInitScriptAsync(WatchShifts);
        // On a slow line the page is painted before its script runs: what the script then adds must have had its place.
        await page.RouteAsync("**/js/*", async route =>
        {
            await Task.Delay(300);
            await route.ContinueAsync();
        });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var all = new List<(string Address, int Bytes)>();
        foreach (var request in finished)
        {
            var sizes = await request.SizesAsync();
            all.Add((request.Url, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        all.Count.ShouldBeGreaterThan(4, "page, styles and script");
        all.Sum(s => s.Bytes).ShouldBeLessThanOrEqualTo(Kilobytes * 1000, string.Join("; ", all.Select(s => $"{s.Bytes} {s.Address}")));
        await NothingMoved(page);
    }

    [Fact]
    public async Task A_page_that_comes_piece_by_piece_is_painted_when_its_columns_are_known()
    {
        using var line = new SlowLine(dashboard.Address);
        await using var tab = await dashboard.OpenAsync();
        await tab.Page.AddInitScriptAsync(WatchShifts);
        await tab.Page.GotoAsync(new Uri(line.Address, "/districts/110112").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        await NothingMoved(tab.Page);
    }

    private static async Task NothingMoved(IPage page) =>
        (await page.EvaluateAsync<double>("window.shifted")).ShouldBeLessThan(0.001, await page.EvaluateAsync<string>("window.moved.join('\\n')"));
}
