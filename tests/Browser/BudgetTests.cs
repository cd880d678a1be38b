using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What a page may cost its reader: bytes over the wire, and no line that jumps while it loads.</summary>
public sealed class BudgetTests(DashboardProcess dashboard)
{
    private const int Kilobytes = 150;

    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    public static TheoryData<string> Pages => [.. PagesInTheBrowserTests.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_with_all_that_belongs_to_it_is_at_most_150_kB_and_nothing_on_it_moves(string path)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        var finished = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => finished.Enqueue(request);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var all = new List<(string Address, int Bytes)>();
        foreach (var request in finished)
        {
            var sizes = await request.SizesAsync();
            all.Add((request.Url, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        all.Count.ShouldBeGreaterThan(4, "page, styles and script");
        all.Sum(s => s.Bytes).ShouldBeLessThanOrEqualTo(Kilobytes * 1000, string.Join("; ", all.Select(s => $"{s.Bytes} {s.Address}")));
        (await page.EvaluateAsync<double>("window.shifted")).ShouldBeLessThan(0.001);
    }
}
