using System.Net;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class SearchTests(SampleDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("110112", "/districts/110112?lang=zh")]
    [InlineData("通州区", "/districts/110112?lang=zh")]
    [InlineData("通州", "/districts/110112?lang=zh")]
    [InlineData("tongzhou", "/districts/110112?lang=zh")]
    [InlineData("D10", "/indicators/D10?lang=zh")]
    [InlineData("d10", "/indicators/D10?lang=zh")]
    [InlineData("二.10", "/indicators/D10?lang=zh")]
    [InlineData("二．10", "/indicators/D10?lang=zh")]
    [InlineData("2024", "/?lang=zh&round=2024")]
    [InlineData("排名", "/rankings?lang=zh")]
    [InlineData("Rankings", "/rankings?lang=zh")]
    [InlineData("得分来源", "/data/lineage?lang=zh")]
    public async Task A_code_or_a_whole_name_leads_straight_to_its_page(string asked, string page)
    {
        using var response = await dashboard.Chinese.GetAsync("/search?lang=zh&q=" + Uri.EscapeDataString(asked), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        new Uri(new Uri("http://localhost"), response.Headers.Location!).PathAndQuery.ShouldBe(page);
    }

    [Theory]
    [InlineData("州", "通州区")]
    [InlineData("shan", "石景山区")]
    [InlineData("社区教育", "二.1 社区教育服务治理")]
    [InlineData("community education", "二.1 社区教育服务治理")]
    [InlineData("kendall", "曼-肯德尔")]
    [InlineData("退回", "退回记录")]
    public async Task A_part_of_a_name_in_either_language_is_enough(string asked, string found)
    {
        var page = await dashboard.Chinese.Page("/search?q=" + Uri.EscapeDataString(asked));

        page.QuerySelectorAll("ul.hits a").Select(a => a.Said()).ShouldContain(title => title.StartsWith(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "没有找到")]
    [InlineData("en", "Nothing was found")]
    public async Task What_is_not_found_is_said_and_pages_to_begin_with_are_offered(string language, string said)
    {
        var page = await dashboard.Chinese.Page("/search?q=xyzzy", language);

        page.QuerySelector(".lead")!.Said().ShouldContain(said);
        page.QuerySelectorAll("ul.hits a").Select(a => a.GetAttribute("href")).ShouldContain("/rankings?lang=" + language);
    }

    [Fact]
    public async Task Every_page_has_the_search_box_which_keeps_round_and_snapshot()
    {
        var page = await dashboard.Chinese.Page("/rankings?round=2024", "en");
        var form = page.QuerySelector("header search form")!;

        form.GetAttribute("action").ShouldBe("/search");
        form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name"), i.GetAttribute("value"))).ShouldBe([("round", "2024"), ("lang", "en")]);
    }

    [Fact]
    public async Task What_was_searched_is_shown_as_text()
    {
        var body = await dashboard.Chinese.GetStringAsync("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", Cancel);

        body.ShouldNotContain("<script>alert");
    }
}
