using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class LanguageTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task Pages_are_Chinese_whatever_the_browser_prefers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { { "Accept-Language", "en-GB" } } };
        using var factory = new DashboardFactory(SampleWarehouse.Shared.Folder);
        using var browser = factory.CreateClient();
        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<html lang=\"zh-CN\"");
    }

    [Fact]
    public async Task The_choice_of_a_language_lasts()
    {
        using var factory = new DashboardFactory(SampleWarehouse.Shared.Folder);
        using var browser = factory.CreateClient(new() { HandleCookies = true });
        await browser.GetAsync("/?lang=en", TestContext.Current.CancellationToken);

        (await browser.GetStringAsync("/about", TestContext.Current.CancellationToken)).ShouldContain("<html lang=\"en\"");
        await browser.GetAsync("/?lang=zh", TestContext.Current.CancellationToken);
        (await browser.GetStringAsync("/about", TestContext.Current.CancellationToken)).ShouldContain("<html lang=\"zh-CN\"");
    }

    [Fact]
    public async Task Chinese_leaves_as_characters_not_as_entities() =>
        (await dashboard.Chinese.GetStringAsync("/rankings?lang=zh", TestContext.Current.CancellationToken)).ShouldContain("石景山区");

    [Fact]
    public async Task The_other_language_is_the_same_view()
    {
        var page = await dashboard.Chinese.Page("/rankings?round=2024&of=self");

        page.QuerySelector("a[hreflang=en]")!.GetAttribute("href").ShouldBe("/rankings?round=2024&of=self&lang=en");
    }
}
