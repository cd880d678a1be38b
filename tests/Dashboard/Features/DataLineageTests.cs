using System.Net;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class DataLineageTests(DataDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_score_shows_the_value_in_force_and_the_one_it_replaced()
    {
        var page = await dashboard.Client.Page("/data/lineage?round=r2&district=d2&indicator=B1");
        var rows = page.QuerySelector("main table")!.Rows();

        rows.Select(r => (r[0], r[1])).ShouldBe([("自评分", "9.00"), ("评估组综合", "10.00"), ("评估组综合", "8.00")]);
        rows[1][6].ShouldBe("现行");
        rows[2][6].ShouldStartWith("被更正，见 批次 2");
        page.QuerySelector(".lead")!.Said().ShouldBe("专家评分 10.00 分，为评估组综合分。现行值来自 2 个文件。有 1 个值后来被更正或撤回，列在现行值之后。");
    }

    [Fact]
    public async Task A_pinned_snapshot_shows_the_score_as_it_was()
    {
        var page = await dashboard.Client.Page($"/data/lineage?round=r2&district=d2&indicator=B1&snapshot={dashboard.Before.Id}", "en");

        page.QuerySelector("main table")!.Rows().Select(r => r[1]).ShouldBe(["9.00", "8.00"]);
    }

    [Fact]
    public async Task A_score_names_its_file_cell_and_what_was_normalised()
    {
        var page = await dashboard.Client.Page("/data/lineage?round=r2&district=d1&indicator=A1");
        var row = page.QuerySelector("main tbody tr")!;

        row.Said().ShouldContain("评估表，H7");
        row.Said().ShouldContain("得分：４ → 4");
        row.QuerySelector("a[download]")!.GetAttribute("href").ShouldBe($"/data/files/{dashboard.Sha256}?round=r2&lang=zh");
        page.QuerySelector("main table")!.Rows().Select(r => r[0]).ShouldBe(["自评分", "评估组综合", "专家 E02", "专家 " + DataDashboard.Expert]);
    }

    [Fact]
    public async Task Without_a_choice_the_page_offers_one()
    {
        var page = await dashboard.Client.Page("/data/lineage?district=d1");

        page.QuerySelectorAll("main select").Select(s => s.GetAttribute("name")).ShouldBe(["round", "district", "indicator"]);
        page.QuerySelector("select[name=district] option[selected]")!.GetAttribute("value").ShouldBe("d1");
        page.QuerySelectorAll("main table").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_district_that_was_not_evaluated_has_no_scores_and_the_page_says_so()
    {
        var page = await dashboard.Client.Page("/data/lineage?round=r2&district=d5&indicator=A1");

        page.QuerySelector(".lead")!.Said().ShouldBe("这一轮没有该区这项指标的得分。");
    }

    [Fact]
    public async Task The_archived_file_is_handed_out_as_it_came_and_can_do_nothing_in_a_browser()
    {
        using var response = await dashboard.Client.GetAsync("/data/files/" + dashboard.Sha256, Cancel);

        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(DataDashboard.Form);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("甲区 评估表.html");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Theory]
    [InlineData("../warehouse.duckdb")]
    [InlineData("..%2Fwarehouse.duckdb")]
    [InlineData("seed")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.html")]
    public async Task Nothing_but_a_file_that_a_load_has_read_is_handed_out(string name)
    {
        using var response = await dashboard.Client.GetAsync("/data/files/" + name, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldNotBe(DataDashboard.Form);
    }

    [Theory]
    [InlineData("/indicators/B1?round=r2")]
    [InlineData("/districts/d2?round=r2")]
    [InlineData("/indicators?round=r2")]
    public async Task A_score_on_a_page_leads_to_where_it_came_from(string address)
    {
        var page = await dashboard.Client.Page(address);
        var href = page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!)
            .First(h => h.StartsWith("/data/lineage", StringComparison.Ordinal) && h.Contains("district=d2", StringComparison.Ordinal) && h.Contains("indicator=B1", StringComparison.Ordinal));

        using var response = await dashboard.Client.GetAsync(href, Cancel);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("10.00");
    }
}
