namespace LearningCity.Browser.Tests;

/// <summary>The table of districts by indicators by keyboard alone.</summary>
public sealed class HeatTableTests(DashboardProcess dashboard)
{
    private const string Focused = "document.activeElement.closest('td, th')?.innerText.trim() ?? ''";

    [Fact]
    public async Task The_table_is_one_stop_of_the_tab_key_and_the_arrow_keys_go_from_cell_to_cell()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/indicators?round=2026");

        (await page.Locator("table.heat a[tabindex='0']").CountAsync()).ShouldBe(1);
        await page.Locator("table.heat a[tabindex='0']").FocusAsync();
        (await page.EvaluateAsync<string>(Focused)).ShouldContain("石景山区");
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.EvaluateAsync<string>(Focused)).ShouldContain("东城区");
        await page.Keyboard.PressAsync("End");
        var last = page.Locator("table.heat tbody tr").Nth(1).Locator("td a").Last;
        (await page.EvaluateAsync<string>("document.activeElement.href")).ShouldBe(await last.EvaluateAsync<string>("a => a.href"));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.EvaluateAsync<string>("document.activeElement.closest('th').querySelector('abbr').innerText")).ShouldBe("三.3");
        var sorted = page.WaitForURLAsync(url => url.Contains("sort=O3", StringComparison.Ordinal) || url.Contains("sort=-O3", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");
        await sorted;

        (await page.Locator("table.heat a[tabindex='0']").CountAsync()).ShouldBe(1);
        await page.Locator("table.heat a[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.activeElement.closest('table.heat') === null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_script_every_cell_is_a_link_that_the_tab_key_reaches()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        await tab.Page.GotoAsync("/indicators?round=2026");

        (await tab.Page.Locator("table.heat tbody td a:not([tabindex])").CountAsync()).ShouldBe(352);
    }

    [Fact]
    public async Task A_row_s_arrow_orders_the_columns_by_that_district_and_the_city_s_row_stays_below()
    {
        await using var tab = await dashboard.OpenAsync(javaScript: false);
        var page = tab.Page;
        await page.GotoAsync("/indicators?round=2026");
        await page.Locator("table.heat tbody tr", new() { HasText = "通州区" }).Locator("a.across").ClickAsync();

        await tab.ArrivedAsync("across=110112");
        var values = await page.Locator("table.heat tbody tr", new() { HasText = "通州区" }).Locator("td a").AllInnerTextsAsync();
        values.Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Ascending);
        (await page.Locator("table.heat tfoot").InnerTextAsync()).ShouldContain("全市平均");
    }
}
