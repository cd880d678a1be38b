using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Rankings;
using LearningCity.Dashboard.Resources;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class AdjustedRankingTests(SampleDashboard dashboard, DataDashboard data)
{
    [Fact]
    public async Task The_adjusted_ranking_stands_beside_the_official_one_with_the_panels_numbers()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var panel = Panels.Ask(snapshot, "2026");
        var page = await dashboard.Chinese.Page("/rankings?of=adjusted&sort=rank");
        var (ranks, severity) = (page.QuerySelectorAll("main table")[0].Rows(), page.QuerySelectorAll("main table")[1].Rows());

        ranks.Select(r => (r[0], r[1], r[4], r[5])).ShouldBe(panel.Adjusted.OrderBy(a => a.Rank).ThenBy(a => panel.Adjusted.ToList().IndexOf(a)).Select(
            a => (Format.Count(a.Rank), Format.Count(a.AdjustedRank), Format.Points(a.Points), Format.Points((decimal?)a.AdjustedPoints))));
        severity.Select(r => (r[0], r[1])).ShouldBe(panel.Severity.Select(s => (s.Expert, Format.SignedRate(s.Severity, 2))));
        page.QuerySelectorAll(".filters a[aria-current=true]").Select(a => a.Said()).ShouldContain("宽严校正");
    }

    [Theory]
    [InlineData("-points", 4)]
    [InlineData("adjustedPoints", 5)]
    public async Task It_is_sorted_by_any_column_through_the_address(string sort, int column)
    {
        var values = (await dashboard.Chinese.Page("/rankings?of=adjusted&sort=" + sort)).QuerySelector("main table")!.Rows()
            .Select(r => decimal.Parse(r[column], System.Globalization.CultureInfo.InvariantCulture)).ToList();

        values.ShouldBe(sort[0] == '-' ? values.OrderDescending() : values.Order());
    }

    [Fact]
    public async Task A_zone_limits_the_rows_and_not_the_ranks()
    {
        var rows = (await dashboard.Chinese.Page("/rankings?of=adjusted&zone=CORE")).QuerySelector("main table")!.Rows();

        rows.Select(r => r[3]).ShouldBe(["东城区", "西城区"], ignoreOrder: true);
    }

    [Fact]
    public async Task Where_the_panel_does_not_allow_it_the_reason_stands_in_its_place()
    {
        using var snapshot = data.Lease(data.After.Id);
        var page = await data.Client.Page("/rankings?of=adjusted&round=r1");
        var withheld = Panels.Ask(snapshot, "r1").Withheld;

        page.QuerySelectorAll("main table").ShouldBeEmpty();
        withheld.Select(w => w.Zh).Append("本轮没有署名的专家评分，不能校正。").ShouldContain(page.QuerySelector("main .lead")!.Said());
    }

    [Fact]
    public async Task A_dimension_beside_it_is_refused_rather_than_ignored() =>
        (await dashboard.Chinese.Page("/rankings?of=adjusted&by=D", "zh", System.Net.HttpStatusCode.NotFound)).QuerySelector("main")!.Said().ShouldContain("D");

    [Fact]
    public void The_sentence_counts_who_moves_and_names_the_furthest()
    {
        AdjustedRow[] rows = [Row("甲", 1, 3), Row("乙", 2, 1), Row("丙", 3, 2), Row("丁", 4, 4), Row("戊", null, null)];

        AdjustedView.Sentence(rows, Text.Chinese).ShouldBe("扣除专家宽严后，4 个区中有 3 个区的名次会变。变动最大的是甲区（2 位）。");
        AdjustedView.Sentence([Row("甲", 1, 1)], Text.English).ShouldBe("With the severity of the experts taken out, none of 1 districts would change rank.");
    }

    [Fact]
    public void A_reason_is_found_by_its_statistic_and_what_it_is_of()
    {
        WithheldRow[] withheld = [new("p", null, "A", "tooFew", "甲因", "reason a"), new("q", null, "B", "tooFew", "乙因", "reason b")];

        withheld.Why(Text.Chinese, "q", "p").ShouldBe("甲因");
        withheld.WhyOf(Text.English, "B", "p", "q").ShouldBe("reason b");
        withheld.WhyOf(Text.English, "C", "p", "q").ShouldBeNull();
    }

    private static AdjustedRow Row(string name, int? rank, int? adjusted) =>
        new(name, name + "区", name, rank is null ? null : 100 - rank, null, rank, adjusted, rank - adjusted);
}
