using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>From page to page as people go: by links, by keyboard, without a script.</summary>
public sealed class WalkTests(DashboardProcess dashboard)
{
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
    public async Task One_goes_from_the_overview_to_the_file_that_a_score_came_from_with_the_keyboard_alone()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/?round=2026");
        await TabTo(page, "header nav a[href^='/indicators']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/indicators", StringComparison.Ordinal));
        // Past the navigation, into the table, two rows down, one column on.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "table.heat a");
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/data/lineage", StringComparison.Ordinal));
        await TabTo(page, "main td a[download]");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));

        download.SuggestedFilename.ShouldEndWith("区.xlsx");
        (await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        tab.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Districts_are_picked_out_with_the_keyboard_alone()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/districts/110112?round=2026#compare");
        await TabTo(page, "details.pick summary");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "details.pick input[value='110105']");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.Contains("with=110105", StringComparison.Ordinal));
        (await page.Locator("[data-table=compare] thead").First.TextContentAsync())!.ShouldContain("朝阳区");
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

    /// <summary>Presses the tab key until what is looked for has the focus.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"The tab key never came to {selector}.");
    }
}
