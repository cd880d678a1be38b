using System.Net;
using AngleSharp.Dom;
using LearningCity.Dashboard.Tests.Hosting;
using MiniExcelLibs;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Each table of a page comes as a file too.</summary>
public sealed class TableFilesTests(SampleDashboard dashboard)
{
    /// <summary>The list of whole snapshots to download is no table of data.</summary>
    private const string ListOfDownloads = "/data/downloads";

    public static TheoryData<string> Pages => [.. PageClient.Pages.Where(p => p != ListOfDownloads)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_table_of_a_page_can_be_downloaded(string address)
    {
        var page = await dashboard.Chinese.Page(address);
        var without = page.QuerySelectorAll("main table").Where(t => t.ParentElement?.Closest("table") is null)
            .Where(t => t.Closest("[data-table]") is null && !Files(t).Any()).Select(t => t.Closest("[aria-label]")?.GetAttribute("aria-label") ?? t.OuterHtml[..80]);

        without.ShouldBeEmpty();
        foreach (var name in page.QuerySelectorAll("[data-table]").Select(b => b.GetAttribute("data-table")!).Distinct())
        {
            var links = page.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!).Where(h => h.Contains($"table={name}&", StringComparison.Ordinal)).Distinct().ToList();
            links.Count.ShouldBe(2, name);
            foreach (var link in links)
            {
                using var response = await dashboard.Chinese.GetAsync(link, TestContext.Current.CancellationToken);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, link);
                response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            }
        }
    }

    [Fact]
    public async Task A_csv_holds_what_the_page_shows_in_the_order_of_the_page()
    {
        var page = await dashboard.Chinese.Page("/gaps?round=2025&sort=D1");
        var heat = page.QuerySelector("[data-table=heat] table")!;
        var lines = (await dashboard.Chinese.GetStringAsync("/gaps?round=2025&sort=D1&table=heat&as=csv", TestContext.Current.CancellationToken))
            .TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldContain("建设发展 /40 二.1 社区教育服务治理");
        var districts = heat.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("th a")!.Said()).ToList();
        lines.Skip(1).Take(districts.Count).Select(l => l.Split(',')[0].Split(' ')[^1]).ShouldBe(districts);
        lines[^1].ShouldStartWith("全市平均,");
        var shown = heat.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(c => c.Said().Replace('−', '-').TrimStart('+')).ToList();
        lines[1].Split(',').Skip(1).ShouldBe(shown);
    }

    [Fact]
    public async Task A_workbook_says_page_filters_address_and_snapshot_on_a_sheet_of_its_own()
    {
        using var stream = new MemoryStream(await dashboard.English.GetByteArrayAsync("/gaps?round=2025&zone=ECO&lang=en&table=largest&as=xlsx", TestContext.Current.CancellationToken));

        stream.GetSheetNames().ShouldBe(["largest", "about"]);
        var about = stream.Query(sheetName: "about").Select(r => string.Join('|', ((IDictionary<string, object>)r).Values)).ToList();
        about.ShouldContain(l => l.StartsWith("Page|", StringComparison.Ordinal) && l.Contains("2025", StringComparison.Ordinal));
        about.ShouldContain(l => l.StartsWith("Filters|2025; ", StringComparison.Ordinal));
        about.ShouldContain(l => l.StartsWith("Address|http", StringComparison.Ordinal) && l.Contains("zone=ECO", StringComparison.Ordinal) && l.Contains("snapshot=", StringComparison.Ordinal) && !l.Contains("table=", StringComparison.Ordinal));
        about.ShouldContain(l => l.Contains("Sample data", StringComparison.Ordinal));
        var rows = stream.Query(useHeaderRow: true, sheetName: "largest").Cast<IDictionary<string, object>>().ToList();
        rows.Count.ShouldBe(10);
        rows[0].Values.ShouldContain(v => v is double);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_answered_with_those_that_are()
    {
        using var response = await dashboard.Chinese.GetAsync("/gaps?table=nothing&as=csv", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("largest");
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused_with_those_that_do()
    {
        using var response = await dashboard.Chinese.GetAsync("/gaps?table=largest&as=pdf", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("xlsx");
    }

    [Fact]
    public async Task Of_a_round_that_does_not_exist_the_page_says_so_instead_of_a_file() =>
        (await dashboard.Chinese.Page("/gaps?round=1999&table=largest&as=csv", status: HttpStatusCode.NotFound)).QuerySelector("main")!.Said().ShouldContain("2026");

    private static IEnumerable<IElement> Files(IElement table) =>
        (table.Closest("figure, section, main") ?? table).QuerySelectorAll("a[download]").Where(a => a.GetAttribute("href")!.Contains(".csv", StringComparison.Ordinal))
            .Concat(table.Closest("main")!.QuerySelectorAll(":scope > div > p a[download], :scope > p a[download]"));
}
