using System.Net;
using AngleSharp.Dom;
using LearningCity.Dashboard.Components;
using LearningCity.Warehouse.Questions;
using MiniExcelLibs;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class DataPagesTests(DataDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hub_counts_what_the_snapshot_holds_and_leads_to_every_page()
    {
        var page = await dashboard.Client.Page("/data");

        page.QuerySelectorAll("dl.figures .value").Select(v => v.Said()).ShouldBe(["48", "2", "2", "1", Checks().ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        page.QuerySelector(".lead")!.Said().ShouldContain("48 个得分");
        page.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")).ShouldContain("/data?lang=zh");
        page.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")).ShouldContain("/sql?lang=zh");
    }

    [Fact]
    public async Task Snapshots_are_listed_newest_first_and_the_current_one_is_named()
    {
        var page = await dashboard.Client.Page("/data/snapshots");
        var rows = page.QuerySelectorAll("main tbody tr").ToList();

        rows.Select(r => r.QuerySelector("th")!.Said()).ShouldBe([dashboard.After.Id, dashboard.Before.Id]);
        rows[0].LastElementChild!.Said().ShouldBe("现用");
        rows[1].QuerySelector("td:last-child a")!.GetAttribute("href").ShouldBe($"/?lang=zh&snapshot={dashboard.Before.Id}");
        rows[0].QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"/data/snapshots/{dashboard.Before.Id}/diff/{dashboard.After.Id}?lang=zh");
    }

    [Fact]
    public async Task The_list_of_snapshots_is_not_kept_by_browsers_even_where_one_is_pinned()
    {
        using var response = await dashboard.Client.GetAsync($"/data/snapshots?snapshot={dashboard.Before.Id}", Cancel);

        response.Headers.CacheControl?.ToString().ShouldNotContain("immutable");
        response.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task A_snapshot_shows_its_hash_its_rounds_its_tables_and_what_its_checks_found()
    {
        var page = await dashboard.Client.Page("/data/snapshots/" + dashboard.Before.Id);
        var said = page.QuerySelector("main")!.TextContent.Replace("\u200b", "", StringComparison.Ordinal);

        said.ShouldContain(dashboard.Before.Sha256);
        said.ShouldContain("r2轮");
        var checks = page.QuerySelector("table.checks")!;
        checks.QuerySelectorAll(":scope > tbody > tr").Length.ShouldBe(Checks());
        var tables = page.QuerySelectorAll("main section").Single(x => x.QuerySelector("h2")!.Said() == "各表行数").QuerySelector("table")!;
        foreach (var (table, rows) in dashboard.Before.Rows)
        {
            tables.Rows().ShouldContain(r => r[0] == table && r[1] == Format.Whole(rows), table);
        }
    }

    [Fact]
    public async Task Two_snapshots_compared_show_the_scores_totals_and_ranks_that_changed_and_the_load_that_changed_them()
    {
        var page = await dashboard.Client.Page($"/data/snapshots/{dashboard.Before.Id}/diff/{dashboard.After.Id}");
        IElement Under(string heading) => page.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")?.Said() == heading);

        page.QuerySelector(".lead")!.Said().ShouldBe("得分变化 1 个，总分变化 1 个，总分名次变化 3 个。涉及批次：2。");
        Under("得分的变化").QuerySelector("table")!.Rows().Single().ShouldBe(["r2轮", "d2区", "二.1 B1 简称", "专家", "8.00", "10.00", "+2.00", "2", "查看来源"]);
        Under("总分的变化").QuerySelector("table")!.Rows().ShouldContain(r => r[3] == "d2区" && r[4] == "15.50" && r[5] == "17.50" && r[7] == "2" && r[8] == "1");
        Under("引起变化的批次").QuerySelector("a")!.GetAttribute("href").ShouldBe($"/data/loads/2?lang=zh&snapshot={dashboard.After.Id}");
    }

    [Fact]
    public async Task A_snapshot_compared_with_itself_is_the_same()
    {
        var page = await dashboard.Client.Page($"/data/snapshots/{dashboard.After.Id}/diff/{dashboard.After.Id}", "en");

        page.QuerySelector(".lead")!.Said().ShouldBe("Scores, totals, ranks and catalog of the two snapshots are the same.");
        page.QuerySelectorAll("main table").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_form_that_chooses_two_snapshots_leads_to_their_comparison()
    {
        using var response = await dashboard.Client.GetAsync($"/data/diff?a={dashboard.Before.Id}&b={dashboard.After.Id}&lang=en", Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe($"/data/snapshots/{dashboard.Before.Id}/diff/{dashboard.After.Id}?lang=en");
    }

    [Fact]
    public async Task Loads_lead_to_their_files_and_to_what_they_sent_back()
    {
        var loads = await dashboard.Client.Page("/data/loads");
        loads.QuerySelectorAll("main tbody tr").Select(r => r.Children[0].Said()).ShouldBe(["2", "1"]);

        var load = await dashboard.Client.Page("/data/loads/1");
        load.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/data/rejected?lang=zh&load=1&rule=not-a-number");
        load.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")).ShouldContain($"/data/files/{dashboard.Sha256}?lang=zh");
    }

    [Fact]
    public async Task Rejected_rows_say_in_both_languages_what_was_wrong_and_where()
    {
        var page = await dashboard.Client.Page("/data/rejected?severity=reject");
        var row = page.QuerySelector("table.rejected tbody tr")!;

        page.QuerySelectorAll("table.rejected tbody tr").Length.ShouldBe(1);
        row.Said().ShouldContain("“=1+1”不是数");
        row.Said().ShouldContain("“=1+1” is not a number");
        row.Said().ShouldContain("评估表，H9");
        row.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain("/data/lineage?lang=zh&round=r2&district=d1&indicator=A2");
        (await dashboard.Client.Page("/data/rejected")).QuerySelectorAll("table.rejected tbody tr").Length.ShouldBe(2);
        (await dashboard.Client.Page("/data/rejected?load=2")).QuerySelector("main")!.Said().ShouldContain("没有符合这些条件的记录");
    }

    [Fact]
    public async Task A_table_downloads_as_text_and_as_a_workbook_in_which_nothing_is_a_formula()
    {
        var csv = await dashboard.Client.GetStringAsync("/data/tables/rejected.csv?severity=reject", Cancel);
        csv.ShouldContain(",'=1+1,");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);

        var bytes = await dashboard.Client.GetByteArrayAsync("/data/tables/rejected.xlsx?severity=reject", Cancel);
        using var stream = new MemoryStream(bytes);
        ((IEnumerable<dynamic>)MiniExcel.Query(stream, useHeaderRow: true, sheetName: "rejected")).Cast<IDictionary<string, object>>().Single()["value"].ShouldBe("=1+1");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        foreach (var sheet in zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            (await reader.ReadToEndAsync(Cancel)).ShouldNotContain("<x:f>", Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("rankings.xlsx?round=r2", "rankings", 3)]
    [InlineData("results.xlsx?round=r2", "results", 9)]
    [InlineData("loads.xlsx", "loads", 2)]
    public async Task The_rows_of_the_api_come_as_a_workbook_with_numbers_as_numbers(string address, string sheet, int rows)
    {
        using var response = await dashboard.Client.GetAsync("/api/v1/" + address, Cancel);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(response.Content.Headers.ContentDisposition.FileNameStar);
        response.Content.Headers.ContentDisposition.DispositionType.ShouldBe("attachment");
        using var stream = new MemoryStream(await response.Content.ReadAsByteArrayAsync(Cancel));
        MiniExcel.GetSheetNames(stream).ShouldBe([sheet, "about"]);
        var lines = ((IEnumerable<dynamic>)MiniExcel.Query(stream, useHeaderRow: true, sheetName: sheet)).Cast<IDictionary<string, object>>().ToList();
        lines.Count.ShouldBe(rows);
        if (sheet == "rankings")
            lines[0]["points"].ShouldBe(17.5);
    }

    [Fact]
    public async Task Checks_are_listed_as_the_question_answers_them()
    {
        var page = await dashboard.Client.Page("/data/checks");
        using var snapshot = dashboard.Lease(dashboard.After.Id);

        page.QuerySelectorAll("table.checks > tbody > tr").Select(r => r.QuerySelector("th code")!.Said())
            .ShouldBe(SnapshotChecks.Ask(snapshot).Rows.Select(c => c.CheckName));
    }

    [Fact]
    public async Task The_dictionary_describes_every_table_and_column_in_both_languages()
    {
        using var snapshot = dashboard.Lease(dashboard.After.Id);
        var known = Dictionary.Ask(snapshot).Rows;
        var page = await dashboard.Client.Page("/data/dictionary", "en");

        page.QuerySelectorAll("h3[id]").Select(h => h.Id!).Order().ShouldBe(known.Where(r => r.Column is null).Select(r => r.Table).Order());
        foreach (var column in known.Where(r => r.Column is not null))
        {
            var table = page.GetElementById(column.Table)!.NextElementSibling!.NextElementSibling!;
            table.QuerySelector("table")!.Rows().ShouldContain(r => r[0] == column.Column && r[2] == column.CommentEn && r[3] == column.CommentZh, $"{column.Table}.{column.Column}");
        }
    }

    [Theory]
    [InlineData("/data/snapshots/20000101T000000Z-00000000", "20000101T000000Z-00000000")]
    [InlineData("/data/snapshots/x/diff/y", "x")]
    [InlineData("/data/loads/99", "99")]
    [InlineData("/data/rejected?load=99", "99")]
    [InlineData("/data/rejected?load=one", "one")]
    [InlineData("/data/rejected?rule=luck", "luck")]
    [InlineData("/data/rejected?severity=grave", "grave")]
    [InlineData("/data/lineage?round=r2&district=d9&indicator=A1", "d9")]
    [InlineData("/data/lineage?round=r2&district=d1&indicator=Z1", "Z1")]
    [InlineData("/data/lineage?round=r3&district=d1&indicator=A1", "r3")]
    [InlineData("/data/downloads?snapshot=gone", "gone")]
    public async Task What_does_not_exist_is_a_page_that_names_it(string address, string named)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await dashboard.Client.Page(address, language, HttpStatusCode.NotFound);
            page.QuerySelector("main")!.Said().ShouldContain(named);
        }
    }

    [Theory]
    [InlineData("/data/tables/secrets.csv")]
    [InlineData("/data/tables/scores-changed.csv?a=x&b=y")]
    [InlineData("/data/tables/rejected.csv?severity=grave")]
    public async Task A_table_that_does_not_exist_is_said_not_to(string address)
    {
        using var response = await dashboard.Client.GetAsync(address, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("没有这张表。");
    }

    private int Checks()
    {
        using var snapshot = dashboard.Lease(dashboard.After.Id);
        return SnapshotChecks.Ask(snapshot).Rows.Count;
    }
}
