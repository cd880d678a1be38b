using LearningCity.Dashboard.Tests.Api;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Across the revision of 2027, what compares and what does not is said on the page and in the API.</summary>
public sealed class RevisedCityTests(RevisedCity city)
{
    [Theory]
    [InlineData("F1", true, null, "与2026年评估比较")]
    [InlineData("F2", true, "split", "与2026年评估比较；指标已拆分，按份额折算得分率")]
    [InlineData("F8", true, "split", "与2026年评估比较；指标已拆分，按份额折算得分率")]
    [InlineData("D2", true, "merged", "与2026年评估比较；指标已合并，按份额加权得分率")]
    [InlineData("O1", true, "rescaled", "与2026年评估比较；分值有调整，按得分率比较")]
    [InlineData("D9", false, "dropped", "不可比：有指标取消，不可比")]
    [InlineData("D3", false, "merged", "不可比：指标已合并，按份额加权得分率")]
    public async Task An_indicator_says_whether_and_why_it_compares(string indicator, bool comparable, string? reason, string said)
    {
        var row = (await city.Client.Rows($"trends?district=110101&indicator={indicator}")).Single(r => r["round"]!.GetValue<string>() == "2027");
        row["comparable"]!.GetValue<bool>().ShouldBe(comparable);
        row["reason"]?.GetValue<string>().ShouldBe(reason);
        if (!comparable)
            row["change"].ShouldBeNull();

        var page = await city.Client.Page($"/trends?district=110101&indicator={indicator}");
        Series(page).Single(r => r[0] == "2027年评估")[^1].ShouldBe(said);
    }

    [Fact]
    public async Task A_new_indicator_begins_with_its_first_round()
    {
        (await city.Client.Rows("trends?district=110101&indicator=D12")).Select(r => r["round"]!.GetValue<string>()).ShouldBe(["2027", "2027R", "2028"]);
        Series(await city.Client.Page("/trends?district=110101&indicator=D12"))[0][^1].ShouldBe("首轮");
    }

    [Fact]
    public async Task The_total_breaks_where_indicators_are_new_or_dropped_and_the_page_tells_no_rise()
    {
        var row = (await city.Client.Rows("trends?district=110101")).Single(r => r["round"]!.GetValue<string>() == "2027");
        (row["comparable"]!.GetValue<bool>(), row["reason"]!.GetValue<string>()).ShouldBe((false, "new,dropped"));

        var page = await city.Client.Page("/trends?district=110101");
        Series(page).Single(r => r[0] == "2027年评估")[^1].ShouldBe("不可比：含新增指标，不可比；有指标取消，不可比");
        page.QuerySelector(".lead")!.Said().ShouldContain("其间指标体系有变化，不能直接比较");
    }

    [Fact]
    public async Task Rankings_compare_rates_and_never_totals_across_frameworks_and_say_so()
    {
        foreach (var row in await city.Client.Rows("rankings?round=2027"))
        {
            row["sameFramework"]!.GetValue<bool>().ShouldBeFalse();
            row["previousPoints"].ShouldBeNull();
            row["previousRate"].ShouldNotBeNull();
        }

        var page = await city.Client.Page("/rankings?round=2027");
        page.QuerySelector("main .note")!.Said().ShouldContain("总分不直接相比，只比较得分率和名次");
        page.QuerySelector("table.ranking")!.InnerHtml.ShouldContain("两轮指标体系不同，总分不能直接相比，得分率变化 +5.0 个百分点");
        (await city.Client.Page("/rankings?round=2026")).QuerySelector("main .note")!.Said().ShouldNotContain("只比较得分率和名次");
    }

    [Fact]
    public async Task Change_is_against_the_districts_own_previous_evaluation_which_may_be_a_re_evaluation()
    {
        var rows = (await city.Client.Rows("rankings?round=2028")).ToDictionary(r => r["district"]!.GetValue<string>(), r => r["previousRound"]!.GetValue<string>());
        rows.ShouldBe(new Dictionary<string, string> { ["110101"] = "2027R", ["110102"] = "2027" });

        var table = (await city.Client.Page("/rankings?round=2028")).QuerySelector("table.ranking")!.InnerHtml;
        table.ShouldContain("与2027年复评相比");
        table.ShouldContain("与2027年评估相比");
        Series(await city.Client.Page("/trends?district=110102"))[^1][^1].ShouldBe("与2027年评估比较");
        Series(await city.Client.Page("/trends?district=110101"))[^1][^1].ShouldBe("与2027年复评比较");
    }

    [Fact]
    public async Task A_dropped_indicator_can_still_be_looked_up()
    {
        using var found = await city.Client.GetAsync("/search?q=D9", TestContext.Current.CancellationToken);
        found.Headers.Location!.ToString().ShouldContain("/indicators/D9?round=2026");
        (await city.Client.Page("/data/lineage?round=2026&district=110101&indicator=D9")).QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Series(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("main section")
        .Single(s => s.QuerySelector("h2")?.TextContent == "逐轮结果").QuerySelector("table")!.Rows();
}
