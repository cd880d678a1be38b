using System.Collections.Concurrent;
using System.Reflection;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LearningCity.Dashboard.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What every page keeps to, asked in one visit: to open a page anew takes longer than to ask it one thing more.</summary>
public sealed class EveryPageTests(DashboardProcess dashboard)
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

    /// <summary>Two frames after everything has come.</summary>
    private const string Settled =
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))";

    /// <summary>Names the elements that reach past the page's right edge, for the message of a failure.</summary>
    internal const string TooWide = """
        [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${Math.round(e.getBoundingClientRect().right)}`)
            .slice(0, 12).join('; ')
        """;

    /// <summary>Words of neighbouring elements in one line with nothing but the eye to part them; in Chinese a space after a full stop.</summary>
    private const string BadlySpaced = """
        (() => {
          const inLine = (node, top) => { for (let e = node.parentElement; e !== top; e = e.parentElement) if (getComputedStyle(e).display !== 'inline') return false; return true; };
          const found = new Set();
          const chinese = document.documentElement.lang.startsWith('zh');
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let last = null;
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.data || node.parentElement.closest('script, svg, option, textarea, pre, code, sub, sup')) continue;
            if (chinese && /[。；，、！？：]\s+\p{Script=Han}/u.test(node.data)) found.add(node.data.match(/.{0,12}[。；，、！？：]\s+\p{Script=Han}.{0,12}/su)[0]);
            if (last && /[A-Za-z0-9%)]$/.test(last.data) && /^[A-Za-z(]/.test(node.data)) {
              const range = new Range();
              range.setStart(last, 0);
              range.setEnd(node, 0);
              const top = range.commonAncestorContainer;
              if (inLine(last, top) && inLine(node, top) && !range.cloneContents().querySelector('br')) found.add(`${last.data.slice(-20)}|${node.data.slice(0, 20)}`);
            }
            last = node;
          }
          return [...found].slice(0, 12).join('; ');
        })()
        """;

    /// <summary>The rules that can tell a dark page or a phone's from a light one on a desk; axe is on the page already.</summary>
    private const string BrokenInTheDarkOnAPhone = """
        axe.run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] }, resultTypes: ['violations'] })
          .then(result => result.violations.map(v => `${v.id} at ${v.nodes.slice(0, 3).map(n => n.target).join(', ')} (${v.nodes.length})`))
        """;

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // What passes is many times as much, and nobody reads it.
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string> Pages => [.. Addresses.Pages];

    public static TheoryData<string> Missing => [.. Addresses.Missing];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_costs_little_stands_still_fits_desk_and_phone_parts_its_words_and_breaks_no_rule_of_WCAG_in_light_and_dark(string path)
    {
        path = path.Replace(Addresses.Snapshot, await dashboard.SnapshotAsync(), StringComparison.Ordinal);
        await NothingIsStillInTheMaking(path);
        await using var tab = await dashboard.OpenAsync();

        await CostsLittleAndStandsStill(tab.Page, Addresses.In(path, "zh"));
        await SaysWhatItShows(tab.Page, "zh");
        (await WcagFaults(tab.Page)).ShouldBeEmpty();
        await tab.Page.GotoAsync(Addresses.In(path, "en"));
        await SaysWhatItShows(tab.Page, "en");
        tab.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_is_among_those_that_are_visited()
    {
        // Pages that stand where another was asked for, pages of what the sample has not, a second snapshot and an upload, and those of AccountPagesTests.
        string[] elsewhere =
        [
            // Walked in UploadWalkTests, AccountPagesTests and, where there is nothing, below.
            "/{**path}", "/error/{Status:int}", "/data/snapshots/{A}/diff/{B}", "/data/upload/{Id}",
            "/account", "/account/first", "/account/people", "/account/people/{Name}", "/account/sign-in",
        ];
        var templates = typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();

        templates.Count.ShouldBeGreaterThan(20);
        templates.Except(elsewhere).Where(template => !Addresses.Pages.Any(page => IsAt(page, template))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task A_page_that_is_not_there_says_so_as_well_as_any_other(string path)
    {
        await using var tab = await dashboard.OpenAsync();

        (await tab.Page.GotoAsync(Addresses.In(path, "en")))!.Status.ShouldBe(404);
        await SaysWhatItShows(tab.Page, "en");
        (await tab.Page.GotoAsync(Addresses.In(path, "zh")))!.Status.ShouldBe(404);
        await SaysWhatItShows(tab.Page, "zh");
        (await tab.Page.Locator("main a").CountAsync()).ShouldBePositive("a way on");
        (await WcagFaults(tab.Page)).ShouldBeEmpty();
        tab.Faults.Where(f => !f.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_comes_piece_by_piece_is_painted_when_its_columns_are_known()
    {
        using var line = new SlowLine(dashboard.Address);
        await using var tab = await dashboard.OpenAsync();
        await tab.Page.AddInitScriptAsync(WatchShifts);
        await tab.Page.GotoAsync(new Uri(line.Address, "/districts/110112").ToString());
        await tab.Page.EvaluateAsync(Settled);

        await NothingMoved(tab.Page);
    }

    private static bool IsAt(string address, string template)
    {
        var (there, parts) = (address.Split('?')[0].Split('/'), template.Split('/'));
        return there.Length == parts.Length && there.Zip(parts).All(pair => pair.First == pair.Second || pair.Second.StartsWith('{'));
    }

    /// <summary>A page on which something is still being made loads itself again until it is there.</summary>
    private async Task NothingIsStillInTheMaking(string path)
    {
        using var client = new HttpClient { BaseAddress = dashboard.Address };
        while ((await client.GetStringAsync(path, TestContext.Current.CancellationToken)).Contains("data-wait", StringComparison.Ordinal))
            await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    private static async Task CostsLittleAndStandsStill(IPage page, string address)
    {
        var finished = new ConcurrentQueue<IRequest>();
        var asked = 0;
        page.Request += (_, _) => Interlocked.Increment(ref asked);
        page.RequestFinished += (_, request) => finished.Enqueue(request);
        await page.AddInitScriptAsync(WatchShifts);
        // On a slow line the page is painted before its script runs: what the script then adds must have had its place.
        await page.RouteAsync("**/js/*", async route =>
        {
            await Task.Delay(300);
            await route.ContinueAsync();
        }, new() { Times = 1 });
        await page.GotoAsync(address);
        await page.EvaluateAsync(Settled);
        // The news that a request is over may come after the page that needed it.
        while (finished.Count < Volatile.Read(ref asked))
            await Task.Delay(20, TestContext.Current.CancellationToken);

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

    private static async Task NothingMoved(IPage page) =>
        (await page.EvaluateAsync<double>("window.shifted")).ShouldBeLessThan(0.001, await page.EvaluateAsync<string>("window.moved.join('\\n')"));

    internal static async Task SaysWhatItShows(IPage page, string language, bool sample = true)
    {
        (await page.Locator("html").GetAttributeAsync("lang"))!.ShouldStartWith(language);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        var body = await page.Locator("body").InnerTextAsync();
        body.Contains(language == "zh" ? "示例数据" : "Sample data", StringComparison.OrdinalIgnoreCase).ShouldBe(sample, "says that the data are sample data");
        (await page.Locator("footer").InnerTextAsync()).ShouldMatch(@"\d{8}T\d{6}Z-[0-9a-f]{8}");
        (await page.EvaluateAsync<string>(BadlySpaced)).ShouldBe("", "spaces between words");
        foreach (var width in new[] { 1440, 1024, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(width, $"{width} pixels; too wide: {await page.EvaluateAsync<string>(TooWide)}");
        }
    }

    /// <summary>What axe finds wrong with a page, on a desk in the light and on a phone in the dark.</summary>
    internal static async Task<IReadOnlyList<string>> WcagFaults(IPage page)
    {
        await page.SetViewportSizeAsync(1440, 900);
        var light = await page.RunAxe(Wcag);
        await page.SetViewportSizeAsync(390, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.EvaluateAsync<string[]>(BrokenInTheDarkOnAPhone);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. light.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))} ({v.Nodes.Length})"), .. dark];
    }
}
