using System.Net;
using AngleSharp.Html.Dom;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Dashboard.SqlConsole.Charts;
using LearningCity.Dashboard.SqlConsole.Page;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>/sql as a browser without a script sees it.</summary>
public sealed class SqlPageTests(ConsoleServer console)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_and_the_first_rows_of_every_table_are_answered()
    {
        using var client = await console.ClientAsync();
        var page = await client.Page("/sql");
        var queries = page.QuerySelectorAll(".side a").Cast<IHtmlAnchorElement>()
            .Select(a => System.Web.HttpUtility.ParseQueryString(new Uri(client.BaseAddress!, a.GetAttribute("href")).Query)["q"]!).ToList();

        queries.ShouldContain("select *\nfrom rpt_ranking\nlimit 100");
        SqlExamples.All.ShouldAllBe(e => queries.Contains(e.Sql));
        foreach (var sql in queries)
        {
            var answer = await console.AskAsync(sql);
            answer.Status.ShouldBe(200, $"{sql}\n{answer.Body}");
            if (SqlExamples.All.Any(e => e.Sql == sql))
            {
                answer.Json.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(0, sql);
            }
        }
    }

    [Fact]
    public async Task The_tree_shows_the_columns_that_a_query_can_read_and_no_others()
    {
        using var client = await console.ClientAsync();
        var shown = (await client.Page("/sql")).QuerySelectorAll(".schema details")
            .SelectMany(t => t.QuerySelectorAll("dt code").Select(c => $"{t.QuerySelector("summary code")!.TextContent}.{c.TextContent}"));
        var answer = await console.AskAsync("select table_name || '.' || column_name from duckdb_columns() where not internal");

        shown.Order(StringComparer.Ordinal).ShouldBe(answer.Json.GetProperty("rows").EnumerateArray().Select(r => r[0].GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_result_is_not_kept_for_the_next_one_who_asks_but_turning_its_pages_stays_within_it()
    {
        using var client = await console.ClientAsync();
        var address = "/sql?snapshot=" + SampleWarehouse.Shared.Published.Snapshot!.Id + "&q=" + Uri.EscapeDataString("select range as n, random() as r from range(120)");
        var first = Cells(await client.Page(address));
        var again = Cells(await client.Page(address));
        var turned = Cells(await client.Page(address + "&page=1"));
        var last = Cells(await client.Page(address + "&page=3"));
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        again.Select(r => r[1]).ShouldBe(first.Select(r => r[1]));
        again.Select(r => r[2]).ShouldNotBe(first.Select(r => r[2]));
        turned.ShouldBe(again);
        last.Select(r => r[0]).ShouldBe(Enumerable.Range(101, 20).Select(n => n.ToString(null as IFormatProvider)));
        response.Headers.ETag.ShouldBeNull();
        (response.Headers.CacheControl?.ToString() ?? "").ShouldNotContain("immutable");
    }

    [Theory]
    [InlineData("zh", "查询有误（第 2 行第 8 字）")]
    [InlineData("en", "The query has an error at line 2, column 8")]
    public async Task A_fault_stands_below_the_editor_with_its_place_and_the_query_stays(string language, string says)
    {
        using var client = await console.ClientAsync();
        var page = await client.Page("/sql?q=" + Uri.EscapeDataString("-- 总分\nselect nope from dim_district"), language);
        var fault = page.QuerySelector("#fault")!;

        fault.TextContent.ShouldContain(says);
        fault.TextContent.ShouldContain("\"nope\" not found");
        fault.TextContent.ShouldNotContain(SampleWarehouse.Shared.Folder.Root);
        fault.QuerySelector(".where")!.TextContent.ShouldBe("select nope from dim_district\n       ▲");
        page.QuerySelector("textarea")!.TextContent.ShouldEndWith("select nope from dim_district");
        page.QuerySelector("textarea")!.GetAttribute("aria-describedby").ShouldBe("fault");
    }

    [Theory]
    [InlineData("snapshot=19990101T000000Z-00000000")]
    [InlineData("round=1999")]
    public async Task What_does_not_exist_is_said_and_nothing_is_run(string filter)
    {
        using var client = await console.ClientAsync();
        var page = await client.Page($"/sql?q=select+1&{filter}", status: HttpStatusCode.NotFound);

        page.QuerySelector("table.result").ShouldBeNull();
        page.QuerySelector("main a[href]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("chart=bar")]
    [InlineData("chart=column&x=nope&y=nope")]
    [InlineData("chart=scatter&x=name_zh&y=name_zh")]
    [InlineData("page=0")]
    [InlineData("page=99999999999")]
    public async Task A_chart_or_page_that_cannot_be_is_shown_as_the_nearest_that_can(string filter)
    {
        using var client = await console.ClientAsync();
        var page = await client.Page("/sql?q=" + Uri.EscapeDataString("select name_zh, population from dim_district order by 2") + "&" + filter);

        Cells(page).Count.ShouldBe(16);
        (page.QuerySelector("svg.fig-svg") is not null).ShouldBe(filter.Contains("column", StringComparison.Ordinal) || filter.Contains("scatter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("column", "name:VARCHAR rank:INTEGER points:DECIMAL(6,2)", 0, 2)]
    [InlineData("column", "rank:INTEGER name:VARCHAR points:DECIMAL(6,2)", 1, 2)]
    [InlineData("column", "name:VARCHAR rank:INTEGER n:BIGINT", 0, 1)]
    [InlineData("line", "n:BIGINT rate:DOUBLE", 0, 1)]
    [InlineData("scatter", "name:VARCHAR a:DOUBLE b:DOUBLE", 1, 2)]
    [InlineData("scatter", "a:DOUBLE", 0, 0)]
    public void Without_a_choice_names_go_across_and_a_number_goes_upwards(string kind, string columns, int x, int y)
    {
        var spec = ChartSpec.Of(kind, null, null, [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new SqlColumn(c[0], c[1]))])!;
        (spec.X, spec.Y).ShouldBe((x, y));
    }

    [Fact]
    public async Task A_result_stays_readable_until_its_last_holder_has_let_go()
    {
        var result = new SqlResult();
        await result.AddAsync("[1]"u8.ToArray(), Cancel);
        result.TryHold().ShouldBeTrue();
        await result.DisposeAsync();
        (await result.Rows(Cancel).CountAsync(Cancel)).ShouldBe(1);
        await result.DisposeAsync();
        result.TryHold().ShouldBeFalse();
    }

    [Fact]
    public async Task Many_results_at_once_on_the_page_are_each_shown_whole()
    {
        using var client = await console.ClientAsync();
        var pages = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => client.Page($"/sql?chart=column&q=" + Uri.EscapeDataString($"select range as n from range({n})"))));

        pages.Select(p => Cells(p).Count).ShouldBe(Enumerable.Range(1, 20));
        pages.ShouldAllBe(p => p.QuerySelector("svg.fig-svg") != null);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Cells(IHtmlDocument page) => page.QuerySelector("table.result")?.Rows() ?? [];
}
