using System.Net;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class UnknownTests(SampleDashboard dashboard)
{
    [Theory]
    [InlineData("/rankings?round=1999", "1999", "/rankings?round=2026")]
    [InlineData("/rankings?of=mayor", "mayor", "/rankings?of=self")]
    [InlineData("/rankings?by=X", "X", "/rankings?by=F")]
    [InlineData("/rankings?zone=MOON", "MOON", "/rankings?zone=ECO")]
    [InlineData("/rankings?sort=luck", "luck", "/rankings")]
    [InlineData("/rankings?pick=999999", "999999", "/districts/110101")]
    [InlineData("/indicators?show=luck", "luck", "/indicators?show=gap")]
    [InlineData("/indicators?across=1", "1", "/districts/110101")]
    [InlineData("/indicators/Z9", "Z9", "/indicators/F1")]
    [InlineData("/gaps?zone=MOON", "MOON", "/gaps?zone=ECO")]
    [InlineData("/trends?district=1", "1", "/districts/110101")]
    [InlineData("/trends?indicator=Z9", "Z9", "/indicators/F1")]
    [InlineData("/districts/1", "1", "/districts/110101")]
    [InlineData("/districts/110101?peers=moon", "moon", "/districts/110101?peers=zone")]
    [InlineData("/districts/110101?with=moon", "moon", "/districts/110101")]
    [InlineData("/rankings?of=adjusted&sort=luck", "luck", null)]
    [InlineData("/?snapshot=19700101T000000Z-00000000", "19700101T000000Z-00000000", null)]
    public async Task An_unknown_value_is_a_page_that_names_it_and_leads_to_what_exists(string address, string value, string? leadsTo)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await dashboard.Chinese.Page(address, language, HttpStatusCode.NotFound);

            page.QuerySelectorAll("h1").Length.ShouldBe(1);
            page.QuerySelector("main")!.Said().ShouldContain(value);
            if (leadsTo is not null)
                page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain(WithLanguage(leadsTo, language));
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/districts/110101/nothing")]
    [InlineData("/rankings.html")]
    public async Task An_unknown_address_is_a_page_that_leads_to_the_others(string address)
    {
        var page = await dashboard.Chinese.Page(address, "zh", HttpStatusCode.NotFound);

        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/rankings?lang=zh");
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept_as_if_it_were()
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await dashboard.Chinese.GetAsync("/rankings?round=1998", TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_comes_from_the_address_is_shown_as_text()
    {
        using var response = await dashboard.Chinese.GetAsync("/rankings?round=%3Cscript%3Ealert(1)%3C/script%3E", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<script>alert");
    }

    [Theory]
    [InlineData("zh", "尚无数据")]
    [InlineData("en", "No data yet")]
    public async Task Without_any_data_every_page_says_how_to_load_some(string language, string title)
    {
        using var folder = new TempFolder();
        await using var factory = new DashboardFactory(folder.Data, sample: false);
        using var client = factory.Client();
        foreach (var address in new[] { "/", "/rankings", "/indicators", "/indicators/D10", "/gaps", "/trends", "/districts", "/districts/110112", "/sql", "/data", "/data/snapshots", "/data/loads", "/data/loads/1", "/data/rejected", "/data/checks", "/data/lineage", "/data/dictionary", "/data/downloads" })
        {
            var page = await client.Page(address, language);
            page.QuerySelector("h1")!.Said().ShouldBe(title);
            page.QuerySelector("main")!.Said().ShouldContain("dotnet run --project etl -- load");
            page.QuerySelector("[role=note]").ShouldBeNull();
        }

        (await client.Page("/methods", language)).QuerySelector("h1")!.Said().ShouldNotBe(title);
    }

    private static string WithLanguage(string address, string language) => address.Contains('?', StringComparison.Ordinal)
        ? address.Replace("?", $"?lang={language}&", StringComparison.Ordinal)
        : $"{address}?lang={language}";
}
