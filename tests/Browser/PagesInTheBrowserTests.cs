using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

public sealed class PagesInTheBrowserTests(DashboardProcess dashboard)
{
    private static readonly string[] Paths =
    [
        "/", "/rankings", "/indicators", "/indicators/F4", "/gaps", "/trends", "/districts", "/districts/110112", "/methods", "/about",
    ];

    /// <summary>Names the elements that reach past the page's right edge, for the message of a failure.</summary>
    private const string TooWide = """
        [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${Math.round(e.getBoundingClientRect().right)}`)
            .slice(0, 12).join('; ')
        """;

    public static TheoryData<string, string> PagesInBothLanguages =>
        [.. Paths.SelectMany(path => new[] { "zh", "en" }.Select(language => (path, language)))];

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_loads_without_a_fault_and_says_that_the_data_are_sample_data(string path, string language)
    {
        var page = await dashboard.PageAsync();
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                faults.Add($"{response.Status} {response.Url}");
            }
        };

        await page.GotoAsync($"{path}?lang={language}");

        faults.ShouldBeEmpty();
        (await page.Locator("html").GetAttributeAsync("lang"))!.ShouldStartWith(language);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("body").InnerTextAsync()).ShouldContain(language == "zh" ? "示例数据" : "Sample data", Case.Insensitive);
        (await page.Locator("footer").InnerTextAsync()).ShouldMatch(@"\d{8}T\d{6}Z-[0-9a-f]{8}");
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_fits_a_phone_and_a_desk_without_scrolling_sideways(string path, string language)
    {
        foreach (var width in new[] { 390, 1440 })
        {
            var page = await dashboard.PageAsync(width, 900);
            await page.GotoAsync($"{path}?lang={language}");

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(width, $"{width} pixels; too wide: {await page.EvaluateAsync<string>(TooWide)}");
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_breaks_a_rule_of_WCAG_2_2_AA_that_axe_can_check(ColorScheme scheme)
    {
        var options = new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        };
        var page = await dashboard.PageAsync(scheme: scheme);
        var broken = new List<string>();
        foreach (var path in Paths)
        {
            await page.GotoAsync(path);
            var found = await page.RunAxe(options);
            broken.AddRange(found.Violations.Select(v => $"{path}: {v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))} ({v.Nodes.Length})"));
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_work_with_JavaScript_off_and_stand_in_the_address()
    {
        var page = await dashboard.PageAsync(javaScript: false);
        await page.GotoAsync("/rankings");

        await page.GetByRole(AriaRole.Link, new() { Name = "2024", Exact = true }).First.ClickAsync();

        page.Url.ShouldContain("round=2024");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("2024");
    }

    [Fact]
    public async Task One_goes_from_the_rankings_to_a_district_and_on_to_an_indicator_by_links_alone()
    {
        var page = await dashboard.PageAsync(javaScript: false);
        await page.GotoAsync("/rankings?round=2026");

        await page.Locator("main table").First.GetByRole(AriaRole.Link, new() { Name = "通州区" }).First.ClickAsync();
        page.Url.ShouldContain("/districts/110112");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("通州区");

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "社区教育服务治理" }).First.ClickAsync();
        page.Url.ShouldContain("/indicators/D1");
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_leads_past_the_navigation()
    {
        var page = await dashboard.PageAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldStartWith("#");
    }

    [Fact]
    public async Task The_marks_of_a_figure_take_the_focus_and_name_their_district_and_value()
    {
        var page = await dashboard.PageAsync();
        await page.GotoAsync("/gaps?round=2026");
        var marks = page.Locator("svg.fig-svg:visible").First.Locator("a.fig-mark[aria-label]");

        (await marks.CountAsync()).ShouldBeGreaterThanOrEqualTo(16);
        await marks.First.FocusAsync();
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")).ShouldMatch(@"区.*\d");
    }

    [Fact]
    public async Task A_round_that_does_not_exist_is_answered_with_a_page_that_says_which_do()
    {
        var page = await dashboard.PageAsync();

        var response = await page.GotoAsync("/rankings?round=1999");

        response!.Status.ShouldBe(404);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("2026");
    }
}
