using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class GapsAndTrendsPagesTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task Gaps_are_listed_as_the_question_answers_them()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var gaps = Gaps.Ask(snapshot, "2026").Rows;
        var page = await dashboard.Chinese.Page("/gaps");

        page.QuerySelectorAll("figure#fig-gaps details tbody tr").Select(r => (r.Children[0].Said(), r.Children[3].Said()))
            .ShouldBe(gaps.Select(g => (g.NameZh, Format.SignedPoints(g.GapPoints))));
        page.QuerySelector("main .lead")!.Said().ShouldBe("16 个区的自评平均比专家评分高 8.28 分。密云区高出最多（+15.60 分），石景山区最接近（+3.80 分）。");
    }

    [Fact]
    public async Task With_a_zone_chosen_the_page_says_that_tests_and_decomposition_are_of_the_whole_city()
    {
        (await dashboard.Chinese.Page("/gaps?zone=ECO")).QuerySelector("main")!.Said().ShouldContain("以下检验与分解按全市计算");
        (await dashboard.English.Page("/gaps?zone=ECO", "en")).QuerySelector("main")!.Said().ShouldContain("of the whole city");
        (await dashboard.Chinese.Page("/gaps")).QuerySelector("main")!.Said().ShouldNotContain("以下检验与分解按全市计算");
    }

    [Fact]
    public async Task Agreement_of_two_districts_or_fewer_is_withheld_with_the_reason()
    {
        var page = await dashboard.Chinese.Page("/gaps?zone=CORE");

        page.Body!.TextContent.ShouldContain("只有2个数据，至少需要3个。");
    }

    [Fact]
    public async Task The_course_of_the_city_is_the_questions()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var trend = Trends.Ask(snapshot, indicator: "D10").Rows;
        var page = await dashboard.Chinese.Page("/trends?indicator=D10");
        var table = page.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")?.Said() == "逐轮结果").QuerySelector("table")!;

        table.Rows().Select(r => (r[4], r[5])).ShouldBe(trend.Select(t => (Format.Rate(t.Rate), Format.SignedRate(t.Change))));
    }

    [Fact]
    public async Task The_overview_counts_and_averages_as_the_question_does()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var summary = RoundSummaries.Ask(snapshot).Rows.Single(r => r.Round == "2025");
        var values = (await dashboard.Chinese.Page("/?round=2025")).QuerySelectorAll("dl.figures .value").Select(v => v.Said()).ToList();

        values.ShouldBe(["15 / 16", Format.Points(summary.MeanPoints), Format.Points(summary.MedianPoints), $"{Format.Points(summary.MinPoints)}–{Format.Points(summary.MaxPointsScored)}", Format.SignedPoints(summary.MeanGapPoints)]);
    }
}
