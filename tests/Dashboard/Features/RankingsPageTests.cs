using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class RankingsPageTests(SampleDashboard dashboard)
{
    [Theory]
    [InlineData("2023")]
    [InlineData("2024")]
    [InlineData("2025")]
    [InlineData("2026")]
    public async Task Ranks_and_totals_are_those_of_the_forms(string round)
    {
        var page = await dashboard.Chinese.Page("/rankings?round=" + round);
        var shown = page.QuerySelectorAll("table.ranking tbody tr").ToDictionary(
            row => row.QuerySelector("th a")!.GetAttribute("href")!.Split('/', '?')[2],
            row => (Rank: row.Children[0].Said().Split(['=', ' '])[0], Points: row.QuerySelector(".points")!.Said()));
        var expected = File.ReadLines(TestFiles.ExpectedTotals).Skip(1).Select(l => l.Split(',')).Where(f => f[0] == round).ToList();

        shown.Count.ShouldBe(expected.Count);
        foreach (var fields in expected)
            shown[fields[1]].ShouldBe((fields[4], decimal.Parse(fields[3], CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Self_scores_rank_on_their_own()
    {
        var page = await dashboard.Chinese.Page("/rankings?of=self&round=2023");
        var expected = File.ReadLines(TestFiles.ExpectedTotals).Skip(1).Select(l => l.Split(',')).Where(f => f[0] == "2023").ToDictionary(f => f[1], f => f[5]);

        foreach (var row in page.QuerySelectorAll("table.ranking tbody tr"))
            row.Children[0].Said().Split(['=', ' '])[0].ShouldBe(expected[row.QuerySelector("th a")!.GetAttribute("href")!.Split('/', '?')[2]]);
    }

    [Fact]
    public async Task Districts_with_equal_points_share_a_rank_and_say_so()
    {
        var page = await dashboard.Chinese.Page("/rankings?round=2026");
        var ranks = page.QuerySelectorAll("table.ranking tbody tr").Select(r => r.Children[0].Said()).ToList();

        ranks.Count(r => r.StartsWith("7=", StringComparison.Ordinal) && r.Contains("并列", StringComparison.Ordinal)).ShouldBe(3);
        ranks.ShouldContain("10");
        ranks.ShouldNotContain("8");
        page.QuerySelector("main .lead")!.Said().ShouldContain("丰台区、海淀区和门头沟区并列第 7");
    }

    [Fact]
    public async Task A_district_evaluated_for_the_first_time_has_no_arrow_but_a_reason()
    {
        var page = await dashboard.English.Page("/rankings?round=2024", "en");
        var first = page.QuerySelectorAll("table.ranking tbody tr").Where(r => r.Children[1].Said() == "first").ToList();

        first.Count.ShouldBe(4);
        first.ShouldAllBe(r => r.Children[1].QuerySelector("svg") == null && r.Children[1].QuerySelector("[title]")!.GetAttribute("title")!.StartsWith("No earlier"));
    }

    [Fact]
    public async Task Change_looks_back_to_the_districts_own_last_evaluation()
    {
        // Yanqing was not evaluated in 2025.
        var page = await dashboard.English.Page("/rankings?round=2026", "en");
        var row = page.QuerySelectorAll("table.ranking tbody tr").Single(r => r.QuerySelector("th a")!.Said() == "Yanqing");

        row.Children[1].QuerySelector("[title]")!.GetAttribute("title")!.ShouldContain("2024 evaluation");
    }

    [Theory]
    [InlineData("total", Rater.Expert, "")]
    [InlineData("F", Rater.Expert, "&by=F")]
    [InlineData("O", Rater.Self, "&by=O&of=self")]
    public async Task Numbers_on_the_page_are_the_questions(string by, Rater of, string filters)
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var rows = Rankings.Ask(snapshot, "2025", by, of).Rows;
        var page = await dashboard.Chinese.Page("/rankings?round=2025" + filters);

        page.QuerySelectorAll("table.ranking tbody tr").Select(r => (r.QuerySelector("th a")!.Said(), r.QuerySelector(".points")!.Said(), r.LastElementChild!.Said()))
            .ShouldBe(rows.Select(r => (r.NameZh, Format.Points(r.Points), Format.SignedPoints(r.GapPoints))));
    }

    [Fact]
    public async Task A_zone_shows_its_districts_with_their_city_rank()
    {
        var page = await dashboard.Chinese.Page("/rankings?zone=CORE");

        page.QuerySelectorAll("table.ranking tbody tr").Select(r => r.QuerySelector("th a")!.Said()).ShouldBe(["东城区", "西城区"]);
        page.QuerySelectorAll("table.ranking tbody tr")[1].Said().ShouldContain("组内 2/2");
    }

    [Fact]
    public async Task Columns_sort_by_link()
    {
        var page = await dashboard.Chinese.Page("/rankings?sort=-gap");
        var gaps = page.QuerySelectorAll("table.ranking tbody tr").Select(r => r.LastElementChild!.Said()).ToList();

        gaps[0].ShouldBe("+15.60");
        gaps[^1].ShouldBe("+3.80");
        page.QuerySelector("th[aria-sort=descending]")!.Said().ShouldContain("自评−专评");
    }

    [Fact]
    public async Task An_incomplete_district_is_listed_last_without_a_rank_and_says_how_much_is_missing()
    {
        using var store = new TestStore(TestStore.SmallCity);
        store.Load("""
            r1 d1 A1 expert 4
            r1 d1 A2 expert 6
            r1 d1 B1 expert 5
            r1 d2 A1 expert 4
            r1 d2 A2 expert 6
            """);
        store.Publish().Dispose();
        await using var factory = new DashboardFactory(store.Folder, sample: false);
        using var client = factory.Client();
        var rows = (await client.Page("/rankings")).QuerySelectorAll("table.ranking tbody tr");

        rows[^1].Children[0].Said().ShouldBe("—");
        rows[^1].QuerySelector(".points")!.Said().ShouldBe("10.00已评 2/3 项");
        (await client.Page("/rankings")).QuerySelector("main .lead")!.Said().ShouldContain("另有 1 个区评分不全");
        // Every other page can be shown for such a round too.
        foreach (var address in new[] { "/", "/indicators", "/indicators?show=change", "/indicators/B1", "/gaps", "/trends", "/districts", "/districts/d2", "/districts/d1", "/districts/d4", "/trends?district=d4" })
            (await client.Page(address)).QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("points", ".points")]
    [InlineData("-points", ".points")]
    [InlineData("interval", ".interval")]
    [InlineData("-gap", "td:last-child")]
    public async Task Every_column_sorts_through_the_address(string sort, string cell)
    {
        var page = await dashboard.Chinese.Page("/rankings?round=2026&sort=" + sort);
        var values = page.QuerySelectorAll($"table.ranking tbody {cell}").Select(c => c.Said().Replace('−', '-').TrimStart('+').Split('–')
            .Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();

        page.QuerySelector($"th[aria-sort={(sort[0] == '-' ? "descending" : "ascending")}]").ShouldNotBeNull();
        var ordered = sort[0] == '-' ? values.OrderByDescending(v => v[0]) : values.OrderBy(v => v[0]).ThenBy(v => v[^1]);
        values.Select(v => v[0]).ShouldBe(ordered.Select(v => v[0]));
    }

    [Fact]
    public async Task Every_head_of_the_table_is_a_link_that_sorts_and_each_leads_to_a_page()
    {
        var heads = (await dashboard.Chinese.Page("/rankings")).QuerySelectorAll("table.ranking thead th");

        heads.Count(h => h.QuerySelector("a") is null).ShouldBe(1, "only the bars have nothing to sort by");
        foreach (var link in heads.Select(h => h.QuerySelector("a")).OfType<AngleSharp.Dom.IElement>())
            (await dashboard.Chinese.Page(link.GetAttribute("href")!)).QuerySelectorAll("table.ranking tbody tr").Length.ShouldBe(16);
    }
}
