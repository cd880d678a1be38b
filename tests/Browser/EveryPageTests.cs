using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What every page keeps to, asked in one visit: to open a page anew takes longer than to ask it one thing more.</summary>
public sealed class EveryPageTests(DashboardProcess dashboard)
{
    private const int Kilobytes = 150;

    /// <summary>Every shift of the layout, with the elements that moved.</summary>
    private const string WatchShifts = """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            const name = source => source.node?.nodeType === 1 ? `${source.node.tagName.toLowerCase()}.${source.node.getAttribute('class') ?? ''}` : source.node?.nodeName;
            shifts.push({ value: entry.value, what: entry.sources.map(name).join(' ') });
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
        await using var tab = await dashboard.OpenAsync();

        await CostsLittleAndStandsStill(tab.Page, Addresses.In(path, "zh"));
        await SaysWhatItShows(tab.Page, "zh");
        // A page with something still in the making looks again by itself, and what was put on it is gone.
        await tab.Page.Locator("[data-wait]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await IsAccessible(tab.Page);
        await tab.Page.GotoAsync(Addresses.In(path, "en"));
        await SaysWhatItShows(tab.Page, "en");
        tab.Faults.ShouldBeEmpty();
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
        await IsAccessible(tab.Page);
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

        await StoodStill(tab.Page);
    }

    private static async Task CostsLittleAndStandsStill(IPage page, string address)
    {
        var finished = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => finished.Enqueue(request);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(address);
        await page.EvaluateAsync(Settled);

        var all = new List<(string Address, int Bytes)>();
        foreach (var request in finished)
        {
            var sizes = await request.SizesAsync();
            all.Add((request.Url, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        all.Count.ShouldBeGreaterThan(4, "page, styles and script");
        all.Sum(s => s.Bytes).ShouldBeLessThanOrEqualTo(Kilobytes * 1000, string.Join("; ", all.Select(s => $"{s.Bytes} {s.Address}")));
        await StoodStill(page);
    }

    private static async Task StoodStill(IPage page) =>
        (await page.EvaluateAsync<double>("shifts.reduce((sum, s) => sum + s.value, 0)"))
            .ShouldBeLessThan(0.001, await page.EvaluateAsync<string>("shifts.map(s => `${s.value.toFixed(4)} ${s.what}`).join('; ')"));

    private static async Task SaysWhatItShows(IPage page, string language)
    {
        (await page.Locator("html").GetAttributeAsync("lang"))!.ShouldStartWith(language);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("body").InnerTextAsync()).ShouldContain(language == "zh" ? "示例数据" : "Sample data", Case.Insensitive);
        (await page.Locator("footer").InnerTextAsync()).ShouldMatch(@"\d{8}T\d{6}Z-[0-9a-f]{8}");
        (await page.EvaluateAsync<string>(BadlySpaced)).ShouldBe("", "spaces between words");
        foreach (var width in new[] { 1440, 1024, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(width, $"{width} pixels; too wide: {await page.EvaluateAsync<string>(TooWide)}");
        }
    }

    private static async Task IsAccessible(IPage page) => (await WcagFaults(page)).ShouldBeEmpty();

    /// <summary>What axe finds wrong with a page: on a desk in light, on a phone in the dark.</summary>
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
