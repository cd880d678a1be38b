using System.Text;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>The researchers' console and the API's reference as people use them.</summary>
public sealed class SqlInTheBrowserTests(DashboardProcess dashboard)
{
    private const string Ranks =
        "select d.name_en, r.points, r.rate from rpt_ranking r join dim_district d using (district) "
        + "where round = '2026' and dimension = 'total' and rater = 'expert' order by r.rank, district";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_runs_from_the_keyboard_and_stands_in_the_address()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/sql?lang=en");
        await page.Locator("textarea").FocusAsync();
        await page.Keyboard.TypeAsync("select 6 * 7 as answer");
        await page.Keyboard.PressAsync("Control+Enter");
        await tab.ArrivedAsync("q=select");

        (await page.Locator("table.result tbody").InnerTextAsync()).ShouldContain("42");
        // The same address shows the same to somebody else.
        var address = page.Url;
        await using var other = await dashboard.OpenAsync();
        await other.Page.GotoAsync(address);
        (await other.Page.Locator("textarea").InputValueAsync()).ShouldBe("select 6 * 7 as answer");
        (await other.Page.Locator("table.result tbody").InnerTextAsync()).ShouldContain("42");
        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_is_run_paged_drawn_and_downloaded_with_and_without_JavaScript(bool javaScript)
    {
        await using var tab = await dashboard.OpenAsync(javaScript: javaScript);
        var page = tab.Page;
        await page.GotoAsync("/sql?lang=en");
        await page.Locator("textarea").FillAsync("select range as n, range * range as square from range(120)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await tab.ArrivedAsync("q=select");
        (await page.Locator("table.result tbody tr").CountAsync()).ShouldBe(50);

        await page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }).ClickAsync();
        await tab.ArrivedAsync("page=2");
        (await page.Locator("table.result tbody tr").First.InnerTextAsync()).ShouldContain("51");
        await page.GetByRole(AriaRole.Link, new() { Name = "Last", Exact = true }).ClickAsync();
        await tab.ArrivedAsync("page=3");
        (await page.Locator("table.result tbody tr").CountAsync()).ShouldBe(20);

        foreach (var kind in new[] { "column", "line", "scatter" })
        {
            await page.Locator("select[name=chart]").SelectOptionAsync(kind);
            await page.Locator("select[name=y]").SelectOptionAsync("square");
            await page.GetByRole(AriaRole.Button, new() { Name = "Draw", Exact = true }).ClickAsync();
            await tab.ArrivedAsync("chart=" + kind);
            var marks = page.Locator("svg.fig-svg:visible").First.Locator("[aria-label]");
            (await marks.CountAsync()).ShouldBeGreaterThan(50, kind);
        }

        foreach (var (format, begins) in new[] { ("CSV", "\ufeffn,square\r\n0,0\r\n"), ("JSON", "{\"snapshot\":"), ("PARQUET", "PAR1") })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync());
            download.SuggestedFilename.ShouldMatch($@"^learningcity-sample-\d{{8}}T\d{{6}}Z-[0-9a-f]{{8}}\.{format.ToLowerInvariant()}$");
            Encoding.UTF8.GetString((await File.ReadAllBytesAsync(await download.PathAsync(), Cancel))[..Encoding.UTF8.GetByteCount(begins)]).ShouldBe(begins);
        }

        tab.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chart_of_names_shows_each_with_its_value_and_is_downloaded_as_a_picture()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/sql?lang=en&chart=column&q=" + Uri.EscapeDataString(Ranks));

        (await page.Locator("select[name=x]").InputValueAsync()).ShouldBe("name_en");
        (await page.Locator("select[name=y]").InputValueAsync()).ShouldBe("points");
        (await page.Locator("svg.fig-svg:visible [aria-label*='93.7']").CountAsync()).ShouldBe(1);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("section.chart a[download]", new() { HasText = "PNG" }).ClickAsync());
        (await File.ReadAllBytesAsync(await download.PathAsync(), Cancel)).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task After_an_error_the_word_that_it_is_about_is_selected()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/sql?lang=en&q=" + Uri.EscapeDataString("select name_zh,\n  nope from dim_district"));

        (await page.Locator("#fault").InnerTextAsync()).ShouldContain("line 2, column 3");
        (await page.EvaluateAsync<string>("(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.querySelector('textarea'))")).ShouldBe("nope");
        (await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('textarea')")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_saved_query_is_there_on_the_next_visit_until_it_is_removed()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync("mine");
        await page.GotoAsync("/sql?lang=en");
        await page.Locator("textarea").FillAsync("select 1 as saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GotoAsync("/sql?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "mine", Exact = true }).ClickAsync();
        await tab.ArrivedAsync("saved");
        (await page.Locator("table.result thead").InnerTextAsync()).ShouldContain("saved");

        await page.Locator("[data-sql-saved] button").ClickAsync();
        await page.ReloadAsync();
        (await page.GetByRole(AriaRole.Link, new() { Name = "mine", Exact = true }).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_column_of_the_tree_goes_into_the_query_where_the_cursor_stands()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/sql?lang=en");
        await page.Locator("textarea").FillAsync("select  from dim_district");
        await page.EvaluateAsync("document.querySelector('textarea').setSelectionRange(7, 7)");
        await page.Locator(".schema summary", new() { HasText = "dim_district" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put population into the query" }).ClickAsync();

        (await page.Locator("textarea").InputValueAsync()).ShouldBe("select population from dim_district");
    }

    [Fact]
    public async Task The_reference_of_the_API_opens_without_anything_from_elsewhere_and_without_a_breach_of_its_policy()
    {
        await using var tab = await dashboard.OpenAsync();
        var elsewhere = new List<string>();
        tab.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(dashboard.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        await tab.Page.GotoAsync("/api/");
        await tab.Page.GetByText("/api/v1/rankings", new() { Exact = true }).First.WaitForAsync();

        elsewhere.ShouldBeEmpty();
        tab.Faults.ShouldBeEmpty();
    }
}
