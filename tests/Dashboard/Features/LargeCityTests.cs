using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using LearningCity.Dashboard.Components.Tables;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>With more districts than anybody reads, tables come in parts with the totals right, and figures say what they leave out.</summary>
public sealed class LargeCityTests(LargeCity city)
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in new[]
            {
                "/", "/rankings", "/rankings?of=self&by=D", "/rankings?of=adjusted", "/indicators", "/indicators?show=rank", "/indicators?show=change&across=110112", "/indicators/F1",
                "/gaps", "/trends", "/trends?indicator=D10&district=110109", "/districts", "/districts/110112?with=110105", "/data", "/data/lineage", "/data/rejected",
            })
            {
                data.Add(page, "zh");
                data.Add(page, "en");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_shows_more_rows_of_a_table_than_are_read_and_none_offers_a_list_of_all_districts(string address, string language)
    {
        var page = await city.Client.Page(address, language);

        foreach (var table in page.QuerySelectorAll("table"))
        {
            var most = table.ClassList.Contains("heat") ? TableWindow.HeatSize : TableWindow.Size;
            // Means of zones stand in a table of districts as well.
            table.QuerySelectorAll("tbody tr:not(.zone)").Length.ShouldBeLessThanOrEqualTo(most, address);
        }

        page.QuerySelectorAll("select").ShouldAllBe(s => s.QuerySelectorAll("option").Length < 100);
        page.QuerySelectorAll("input[type=checkbox]").Length.ShouldBeLessThan(100);
        page.QuerySelectorAll("svg a, svg [tabindex]").Length.ShouldBeLessThan(1500);
    }

    [Theory]
    [InlineData("/rankings", "page", "table.ranking", 3, 20, "Rows 201–220 of 220")]
    [InlineData("/indicators", "page", "table.heat", 5, 20, "Rows 201–220 of 220")]
    [InlineData("/districts", "page", "main table", 2, 100, "Rows 101–200 of 220")]
    [InlineData("/indicators/F1", "page", "table.districts", 3, 20, "Rows 201–220 of 220")]
    public async Task The_part_asked_for_is_shown_and_said(string address, string parameter, string table, int part, int rows, string said)
    {
        var page = await city.Client.Page($"{address}?{parameter}={part.ToString(CultureInfo.InvariantCulture)}", "en");

        page.QuerySelector(table)!.QuerySelectorAll("tbody tr:not(.zone)").Length.ShouldBe(rows);
        page.QuerySelectorAll("nav span").Select(s => s.Said()).ShouldContain(said);
    }

    [Fact]
    public async Task The_parts_of_the_rankings_together_are_all_districts_once()
    {
        var seen = new List<string>();
        for (var part = 1; part <= 3; part++)
        {
            var page = await city.Client.Page($"/rankings?page={part.ToString(CultureInfo.InvariantCulture)}");
            seen.AddRange(page.QuerySelectorAll("table.ranking tbody th a").Select(a => a.GetAttribute("href")!.Split('?')[0]));
        }

        seen.Count.ShouldBe(LargeCity.Districts);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_file_of_a_table_holds_all_rows_whatever_part_is_in_view()
    {
        using var response = await city.Client.GetAsync("/rankings?page=2&table=history&as=csv", TestContext.Current.CancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        lines.Length.ShouldBe(1 + LargeCity.Districts);
    }

    [Fact]
    public async Task Another_order_begins_at_the_first_part()
    {
        var page = await city.Client.Page("/rankings?page=2");

        page.QuerySelectorAll("table.ranking thead a").ShouldAllBe(a => !a.GetAttribute("href")!.Contains("page=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/rankings", "en", "Drawn are 40 of 220")]
    [InlineData("/rankings", "zh", "图中画出 220 个中的 40 个")]
    [InlineData("/gaps", "en", "Drawn are 40 of 220")]
    [InlineData("/gaps", "zh", "图中画出 220 个中的 40 个")]
    [InlineData("/", "en", "No tiles are drawn for more than 200 districts")]
    [InlineData("/", "zh", "区数超过 200 个时不画方格图")]
    public async Task A_figure_says_what_it_leaves_out(string address, string language, string said) =>
        string.Join('\n', (await city.Client.Page(address, language)).QuerySelectorAll(".fig-foot p, .fig-empty").Select(p => p.Said())).ShouldContain(said);

    [Fact]
    public async Task The_means_below_a_part_of_the_heat_table_are_of_all_districts()
    {
        var first = await city.Client.Page("/indicators");
        var last = await city.Client.Page("/indicators?page=5");

        string[] Foot(IParentNode page) => [.. page.QuerySelectorAll("table.heat tfoot td").Select(c => c.Said())];
        Foot(first).ShouldBe(Foot(last));
    }

    [Fact]
    public async Task A_district_is_found_by_its_name_where_no_list_is_offered()
    {
        var page = await city.Client.Page("/trends?district=" + Uri.EscapeDataString("通州区"));

        page.QuerySelector("input[name=district]")!.GetAttribute("value").ShouldBe("110112");
        await city.Client.Page("/trends?district=" + Uri.EscapeDataString("无此区"), status: HttpStatusCode.NotFound);
    }
}
