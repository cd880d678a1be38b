using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>Filters, forms and heads of columns used one after the other as a reader uses them; what the page then shows is what the API answers.</summary>
public sealed class FilterWalkTests(DashboardProcess dashboard)
{
    /// <summary>Numbers of a column from top to bottom, without the rows that have none.</summary>
    private const string ColumnNumbers = """
        th => {
          const at = [...th.parentElement.children].indexOf(th);
          return [...th.closest('table').tBodies].flatMap(body => [...body.rows])
            .map(row => row.cells[at]).filter(cell => cell && /^[\s+−]*\d/.test(cell.innerText))
            .map(cell => parseFloat(cell.innerText.trim().replace('−', '-')) * (cell.querySelector('svg + [aria-hidden]')?.closest('.down') ? -1 : 1));
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/rankings", 4, 8)]
    [InlineData("/rankings?of=adjusted", 2, 4)]
    [InlineData("/indicators", 4, 0)]
    [InlineData("/indicators/F4", 1, 6)]
    [InlineData("/gaps", 2, 0)]
    [InlineData("/trends", 2, 0)]
    [InlineData("/districts", 1, 0)]
    [InlineData("/districts/110112", 2, 0)]
    public async Task A_choice_of_every_group_and_every_head_of_a_column_is_clicked_and_shows_itself_chosen(string address, int groups, int heads)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(address);

        var labels = await page.Locator("main .segments").EvaluateAllAsync<string[]>("all => all.map(group => group.getAttribute('aria-label'))");
        labels.Length.ShouldBeGreaterThanOrEqualTo(groups);
        foreach (var label in labels)
        {
            var group = page.Locator($"main .segments[aria-label='{label}']");
            // A choice may lead to a view that has not all the groups of this one.
            if (await group.CountAsync() == 0)
                continue;
            var choice = group.Locator("a:not([aria-current])").First;
            var said = await choice.InnerTextAsync();
            await Follow(page, choice);
            (await group.Locator("a[aria-current=true]").AllInnerTextsAsync()).ShouldBe([said], label);
        }

        await page.GotoAsync(address);
        var sorts = page.Locator("main table:not(.heat) thead th:has(a[href*='sort='])");
        var count = await sorts.CountAsync();
        count.ShouldBeGreaterThanOrEqualTo(heads);
        for (var i = 0; i < count; i++)
        {
            var head = sorts.Nth(i);
            await Follow(page, head.Locator("a"));
            var direction = await head.GetAttributeAsync("aria-sort");
            direction.ShouldNotBeNull(await head.InnerTextAsync());
            var numbers = await head.EvaluateAsync<double[]>(ColumnNumbers);
            if (numbers.Length > 2)
                numbers.ShouldBeInOrder(direction == "descending" ? SortDirection.Descending : SortDirection.Ascending, await head.InnerTextAsync());
        }

        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    public async Task The_rankings_are_filtered_picked_out_of_and_weighted_otherwise_and_their_numbers_are_the_APIs(string language, bool javaScript)
    {
        await using var tab = await dashboard.OpenAsync(javaScript: javaScript);
        var page = tab.Page;
        await page.GotoAsync(Addresses.In("/rankings", language));
        foreach (var filter in new[] { "round=2025", "of=self", "by=D" })
            await Follow(page, page.Locator($".segments a[href*='{filter}']").First);
        var points = (await Rows("rankings?round=2025&of=self&by=D")).ToDictionary(r => Text(r, "district"), r => Number(r, "points"));
        foreach (var row in await page.Locator("table.ranking tbody tr").AllAsync())
            (await row.Locator(".points").InnerTextAsync()).Trim().ShouldBe(points[await Code(row)]);

        await page.GotoAsync(Addresses.In("/rankings?round=2025", language));
        await page.Locator("details.pick summary").ClickAsync();
        var ticked = page.Locator("details.pick input:checked");
        while (await ticked.CountAsync() > 0)
            await ticked.First.UncheckAsync();
        await page.Locator("details.pick input[value='110112']").CheckAsync();
        await Submit(page, page.Locator("details.pick button"), "pick=110112");
        (await ticked.EvaluateAllAsync<string[]>("all => all.map(box => box.value)")).ShouldBe(["110112"]);
        (await page.Locator("details.pick summary").InnerTextAsync()).ShouldContain(language == "zh" ? "通州区" : "Tongzhou");

        await page.Locator("#weights summary").ClickAsync();
        foreach (var (name, weight) in new[] { ("w-f", "10"), ("w-d", "20"), ("w-o", "70") })
            await page.Locator($"#weights input[name={name}]").FillAsync(weight);
        await Submit(page, page.Locator("#weights button"), "w-o=70");
        var ranks = (await Rows("reweighted?round=2025&weights=F:10,D:20,O:70")).ToDictionary(r => Text(r, "district"), r => Text(r, "rank"));
        var weighted = await page.Locator("#weights tbody tr").AllAsync();
        weighted.Count.ShouldBe(ranks.Count);
        foreach (var row in weighted)
            (await row.Locator("td").First.InnerTextAsync()).Trim().ShouldBe(ranks[await Code(row)]);
        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh", false)]
    [InlineData("en", true)]
    public async Task Indicators_trends_and_a_district_are_filtered_compared_and_assumed_otherwise_and_their_numbers_are_the_APIs(string language, bool javaScript)
    {
        await using var tab = await dashboard.OpenAsync(javaScript: javaScript);
        var page = tab.Page;
        await page.GotoAsync(Addresses.In("/indicators?round=2025", language));
        await Follow(page, page.Locator(".segments a[href*='show=gap']"));
        await Follow(page, page.Locator("table.heat thead th.column a[href*='sort=D1'], table.heat thead th.column a[href*='sort=-D1']").First);
        var gaps = (await Rows("results?round=2025&indicator=D1")).Where(r => r["gapRate"] is not null).ToDictionary(r => Text(r, "district"), r => Signed(r, "gapRate"));
        var column = await page.Locator("table.heat thead th.column").EvaluateAllAsync<int>("all => all.findIndex(th => th.hasAttribute('aria-sort'))");
        foreach (var row in await page.Locator("table.heat tbody tr").AllAsync())
            (await row.Locator("td").Nth(column).InnerTextAsync()).Trim().ShouldBe(gaps.GetValueOrDefault(await Code(row), "—"));

        await page.GotoAsync(Addresses.In("/trends", language));
        await Choose(page, "select[name=district]", "110112", javaScript);
        await Choose(page, "select[name=indicator]", "D1", javaScript);
        var rates = (await Rows("trends?district=110112&indicator=D1")).Select(r => Rate(r, "rate"));
        (await page.Locator("section:has(> header a[href*='trends.csv']) tbody tr td.strong").AllInnerTextsAsync()).ShouldBe(rates);

        await page.GotoAsync(Addresses.In("/districts/110112?round=2026", language));
        await Follow(page, page.Locator(".segments a[href*='peers=nearest']"));
        await page.Locator("details.pick summary").ClickAsync();
        foreach (var other in new[] { "110105", "110108" })
            await page.Locator($"details.pick input[value='{other}']").CheckAsync();
        await Submit(page, page.Locator("details.pick button"), "with=110108");
        var there = (await Rows("results?round=2026&district=110105")).Select(r => Rate(r, "expertRate")).ToList();
        (await page.Locator("[data-table=compare] tbody tr td:nth-child(4)").AllTextContentsAsync()).Where(there.Contains).Count().ShouldBeGreaterThanOrEqualTo(there.Count);
        await page.Locator("#what-if summary").ClickAsync();
        await page.Locator("#what-if input[name=if-O3]").FillAsync("6");
        await Submit(page, page.Locator("#what-if button"), "if-O3=6");
        var after = (await Answer("whatif?round=2026&district=110112&points=O3:6"))["after"]!;
        (await page.Locator("#what-if .answer").InnerTextAsync()).ShouldContain(Number(after, "points"));
        tab.Faults.ShouldBeEmpty();
    }

    /// <summary>Follows a link and waits until its page is there.</summary>
    private static async Task Follow(IPage page, ILocator link)
    {
        var to = await link.EvaluateAsync<string>("a => a.href");
        await link.ClickAsync();
        await page.WaitForURLAsync(to);
    }

    private static async Task Submit(IPage page, ILocator button, string leadsTo)
    {
        await button.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains(leadsTo, StringComparison.Ordinal));
    }

    /// <summary>With a script the choice alone is enough.</summary>
    private static async Task Choose(IPage page, string list, string value, bool javaScript)
    {
        await page.Locator("main " + list).SelectOptionAsync(value);
        if (!javaScript)
            await page.Locator($"main form:has({list}) button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("=" + value, StringComparison.Ordinal));
    }

    private async Task<List<JsonNode>> Rows(string question) => [.. (await Answer(question))["rows"]!.AsArray().Select(r => r!)];

    private async Task<JsonNode> Answer(string question)
    {
        using var client = new HttpClient { BaseAddress = dashboard.Address };
        return JsonNode.Parse(await client.GetStringAsync(new Uri("api/v1/" + question, UriKind.Relative), Cancel))!;
    }

    /// <summary>The code of the district that a row's link leads to.</summary>
    private static async Task<string> Code(ILocator row) =>
        (await row.Locator("a[href*='/districts/']").First.GetAttributeAsync("href"))!.Split('?')[0].Split('/')[^1];

    private static string Text(JsonNode row, string field) => row[field]!.ToString();

    private static decimal? Value(JsonNode row, string field) => (decimal?)row[field];

    private static string Number(JsonNode row, string field) => Value(row, field)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—";

    private static string Rate(JsonNode row, string field) => Value(row, field) is { } rate
        ? Math.Round(rate * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";

    private static string Signed(JsonNode row, string field) =>
        Math.Round(Value(row, field)!.Value * 100, 1, MidpointRounding.AwayFromZero).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
