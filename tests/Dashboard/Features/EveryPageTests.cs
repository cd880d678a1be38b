using System.Net;
using AngleSharp.Dom;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class EveryPageTests(SampleDashboard dashboard)
{
    public static TheoryData<string, string> Pages => PageClient.PagesInBothLanguages();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_read_by_its_structure(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        page.DocumentElement.GetAttribute("lang").ShouldBe(language == "zh" ? "zh-CN" : "en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.TagName[1] - '0').ToList();
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelectorAll("header nav[aria-label], footer").Length.ShouldBe(2);
        page.QuerySelector("body > a")!.GetAttribute("href").ShouldBe("#" + page.QuerySelector("main")!.Id);
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("img:not([alt])").ShouldBeEmpty();
        page.QuerySelectorAll("input:not([type=hidden]), select").Where(i => i.Closest("label") is null).ShouldBeEmpty();
        page.QuerySelectorAll("table").Where(t => t.QuerySelector("thead th") is null).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_that_the_scores_are_the_sample_and_which_snapshot_it_shows(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        page.QuerySelector("[role=note]")!.Said().ShouldContain("示例数据");
        page.QuerySelector("footer code")!.Said().ShouldMatch(@"^\d{8}T\d{6}Z-[0-9a-f]{8}$");
        page.QuerySelector("footer time")!.Said().ShouldContain(language == "zh" ? "北京时间" : "Beijing time");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_needs_no_script_or_style_of_its_own(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelectorAll("style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.All.Where(e => e.HasAttribute("style")).Select(e => e.OuterHtml).ShouldBeEmpty();
        page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")).ShouldAllBe(address => address!.StartsWith('/'));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_never_shows_what_is_no_number(string address, string language)
    {
        var said = (await dashboard.Chinese.Page(address, language)).Body!.TextContent;

        said.ShouldNotContain("NaN");
        said.ShouldNotContain("∞");
        said.ShouldNotContain("{0}");
        said.ShouldNotContain("System.");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task No_link_leads_nowhere(string language)
    {
        var links = new Dictionary<string, string>();
        foreach (var address in PageClient.Pages)
        {
            var page = await dashboard.Chinese.Page(address, language);
            foreach (var href in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')))
            {
                // One link of every kind is followed: same page, same parameters.
                var parts = href.Split('#')[0].Split('?', 2);
                var kind = parts[0] + "?" + string.Join('&', parts.Skip(1).SelectMany(q => q.Split('&')).Select(p => p.Split('=')[0]).Order());
                links.TryAdd(kind, href.Split('#')[0]);
            }
        }

        var broken = new List<string>();
        foreach (var href in links.Values)
        {
            using var response = await dashboard.Chinese.GetAsync(href, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
                broken.Add($"{(int)response.StatusCode} {href}");
        }

        links.Count.ShouldBeGreaterThan(60);
        broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_link_within_the_page_has_a_target(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => page.GetElementById(id) is null).ShouldBeEmpty();
    }
}
