using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

public sealed class PagesInTheBrowserTests(DashboardProcess dashboard)
{
    public static readonly string[] Paths =
    [
        "/", "/rankings", "/indicators", "/indicators/F4", "/gaps", "/trends", "/districts", "/districts/110112", "/methods", "/about",
        "/data", "/data/snapshots", "/data/rejected", "/data/lineage?round=2026&district=110112&indicator=D10",
        "/data/dictionary", "/data/downloads", "/data/upload", "/data/audit", "/search?q=%E5%B7%9E", "/sql",
        "/sql?q=select+round,+mean_rate+from+rpt_round_summary+order+by+round&chart=line", "/sql?q=select+nope+from+dim_district",
    ];

    /// <summary>Names the elements that reach past the page's right edge, for the message of a failure.</summary>
    internal const string TooWide = """
        [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${Math.round(e.getBoundingClientRect().right)}`)
            .slice(0, 12).join('; ')
        """;

    public static TheoryData<string> Pages => [.. Paths];

    public static TheoryData<string, string> PagesInBothLanguages =>
        [.. Paths.SelectMany(path => new[] { "zh", "en" }.Select(language => (path, language)))];

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_loads_without_a_fault_says_that_the_data_are_sample_data_and_fits_a_desk_and_a_phone(string path, string language)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(In(path, language));

        tab.Faults.ShouldBeEmpty();
        (await page.Locator("html").GetAttributeAsync("lang"))!.ShouldStartWith(language);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("body").InnerTextAsync()).ShouldContain(language == "zh" ? "示例数据" : "Sample data", Case.Insensitive);
        (await page.Locator("footer").InnerTextAsync()).ShouldMatch(@"\d{8}T\d{6}Z-[0-9a-f]{8}");
        foreach (var width in new[] { 1440, 1024, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(width, $"{width} pixels; too wide: {await page.EvaluateAsync<string>(TooWide)}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_WCAG_2_2_AA_that_axe_can_check_in_light_and_dark(string path)
    {
        await using var tab = await dashboard.OpenAsync();
        await tab.Page.GotoAsync(path);
        (await WcagFaults(tab.Page)).ShouldBeEmpty();
    }

    /// <summary>What axe finds wrong with a page, in light and dark.</summary>
    internal static async Task<IReadOnlyList<string>> WcagFaults(IPage page)
    {
        var rules = new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        };
        // Of all rules only those of colour can tell a dark page from a light one.
        var colours = new AxeRunOptions { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };
        var light = await page.RunAxe(rules);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(colours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. light.Violations.Concat(dark.Violations)
            .Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))} ({v.Nodes.Length})")];
    }

    [Fact]
    public async Task Filters_work_with_JavaScript_off_and_stand_in_the_address()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        var page = tab.Page;
        await page.GotoAsync("/rankings");

        await page.GetByRole(AriaRole.Link, new() { Name = "2024", Exact = true }).First.ClickAsync();

        await tab.ArrivedAsync("round=2024");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("2024");
    }

    [Fact]
    public async Task One_goes_from_the_rankings_to_a_district_and_on_to_an_indicator_by_links_alone()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        var page = tab.Page;
        await page.GotoAsync("/rankings?round=2026");

        await page.Locator("main table").First.GetByRole(AriaRole.Link, new() { Name = "通州区" }).First.ClickAsync();
        await tab.ArrivedAsync("/districts/110112");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("通州区");

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "社区教育服务治理" }).First.ClickAsync();
        await tab.ArrivedAsync("/indicators/D1");
    }

    [Fact]
    public async Task One_goes_from_the_overview_to_the_file_that_a_score_came_from_by_links_alone()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        var page = tab.Page;
        await page.GotoAsync("/?round=2026");
        await page.Locator("header nav").GetByRole(AriaRole.Link, new() { Name = "指标", Exact = true }).ClickAsync();
        await page.Locator("table.heat tbody tr", new() { HasText = "通州区" }).Locator("td a").First.ClickAsync();

        await tab.ArrivedAsync("/data/lineage?round=2026");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("通州区");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[download]", new() { HasText = "通州区.xlsx" }).First.ClickAsync());
        download.SuggestedFilename.ShouldBe("通州区.xlsx");
        // A workbook is a zip archive.
        (await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_typed_into_the_search_box_leads_to_its_page_with_the_keyboard_alone()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        var page = tab.Page;
        await page.GotoAsync("/gaps?round=2024&lang=en");
        await page.Locator("header input[type=search]").FocusAsync();
        await page.Keyboard.TypeAsync("tongzhou");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.Contains("/districts/110112", StringComparison.Ordinal));
        await tab.ArrivedAsync("round=2024");
        await tab.ArrivedAsync("lang=en");
    }

    [Fact]
    public async Task A_snapshot_is_downloaded_from_its_page()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/data/downloads");
        var link = page.Locator("main tbody a[download]", new() { HasText = "CSV" });
        // The page looks again by itself until the package is there.
        await link.WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        download.SuggestedFilename.ShouldMatch(@"^learning-city-\d{8}T\d{6}Z-[0-9a-f]{8}-csv-示例数据\.zip$");
        using var zip = System.IO.Compression.ZipFile.OpenRead(await download.PathAsync());
        zip.Entries.Select(e => e.Name).ShouldContain("rpt_ranking.csv");
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_leads_past_the_navigation()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldStartWith("#");
    }

    [Fact]
    public async Task The_marks_of_a_figure_take_the_focus_and_name_their_district_and_value()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/gaps?round=2026");
        var marks = page.Locator("svg.fig-svg:visible").First.Locator("a.fig-mark[aria-label]");

        (await marks.CountAsync()).ShouldBeGreaterThanOrEqualTo(16);
        await marks.First.FocusAsync();
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")).ShouldMatch(@"区.*\d");
    }

    [Fact]
    public async Task A_round_that_does_not_exist_is_answered_with_a_page_that_says_which_do()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;

        var response = await page.GotoAsync("/rankings?round=1999");

        response!.Status.ShouldBe(404);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("2026");
    }

    internal static string In(string path, string language) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}
