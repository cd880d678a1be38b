using System.Net;
using AngleSharp.Html.Dom;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class EveryPageTests(SampleDashboard dashboard)
{
    public static TheoryData<string, string> Pages => PageClient.PagesInBothLanguages();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_reads_by_its_structure_names_its_snapshot_and_needs_no_script_or_style_of_its_own(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        IsStructured(page, language);
        NamesItsSnapshot(page, language);
        NeedsNothingInline(page);
        ShowsOnlyNumbersThatAreNumbers(page);
        PartsWordFromWord(page);
        page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => page.GetElementById(id) is null).ShouldBeEmpty();
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

    [Fact]
    public async Task A_link_into_the_methods_leads_to_a_part_that_is_there()
    {
        var parts = (await dashboard.Chinese.Page("/methods")).QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet();
        var asked = new HashSet<string>();
        foreach (var address in PageClient.Pages)
        {
            foreach (var link in (await dashboard.Chinese.Page(address)).QuerySelectorAll("a[href^='/methods']"))
            {
                if (link.GetAttribute("href")!.Split('#') is [_, var part])
                    asked.Add(part);
            }
        }

        asked.Count.ShouldBeGreaterThan(3);
        asked.Except(parts).ShouldBeEmpty();
    }

    private static void IsStructured(IHtmlDocument page, string language)
    {
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
        // Loose in a grid of columns they would stand beside another table than their own.
        page.QuerySelectorAll(".columns > .table-files, .columns > .scroll").ShouldBeEmpty();
    }

    private static void NamesItsSnapshot(IHtmlDocument page, string language)
    {
        page.QuerySelector("[role=note]")!.Said().ShouldContain("示例数据");
        page.QuerySelector("footer code")!.Said().ShouldMatch(@"^\d{8}T\d{6}Z-[0-9a-f]{8}$");
        page.QuerySelector("footer time")!.Said().ShouldContain(language == "zh" ? "北京时间" : "Beijing time");
    }

    private static void NeedsNothingInline(IHtmlDocument page)
    {
        page.QuerySelectorAll("script:not([src]), style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.All.Where(e => e.HasAttribute("style")).Select(e => e.OuterHtml).ShouldBeEmpty();
        // A link of rel=expect points into the page itself: what is waited for before the page is painted.
        page.QuerySelectorAll("[src], link[href]:not([rel=expect])").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")).ShouldAllBe(address => address!.StartsWith('/'));
    }

    /// <summary>A margin between two words is no space: read aloud or copied they are one.</summary>
    private static void PartsWordFromWord(IHtmlDocument page) => page.Body!.TextContent.ShouldNotMatch(
        "(Dongcheng|Xicheng|Chaoyang|Fengtai|Shijingshan|Haidian|Mentougou|Fangshan|Tongzhou|Shunyi|Changping|Daxing|Huairou|Pinggu|Miyun|Yanqing)(and|of|or|in|with|by|at)\\b");

    private static void ShowsOnlyNumbersThatAreNumbers(IHtmlDocument page)
    {
        var said = page.Body!.TextContent;
        said.ShouldNotMatch(@"\bNaN\b");
        said.ShouldNotContain("∞");
        said.ShouldNotMatch(@"\{\d\}");
        said.ShouldNotContain("System.");
    }
}
