using System.Net;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Api;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Nothing in the dashboard knows that there are 22 indicators, three dimensions, 100 points or Beijing.</summary>
public sealed class OtherCityTests(OtherCity city)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Addresses =
    [
        "/", "/?round=A", "/?round=B2", "/rankings", "/rankings?by=G&of=self&zone=OLD&sort=-gap", "/rankings?round=B2", "/indicators",
        "/indicators?show=gap&across=990103", "/indicators?show=change&sort=G01", "/indicators/G01", "/indicators/P02?round=B", "/gaps", "/gaps?zone=NEW&round=A",
        "/gaps?round=B2", "/trends", "/trends?district=990103&indicator=G01", "/trends?by=G&of=self", "/districts", "/districts/990101", "/districts/990107?round=C&peers=zone",
        "/data", "/data/snapshots", "/data/loads/1", "/data/rejected", "/data/checks", "/data/lineage?round=C&district=990103&indicator=G01", "/data/dictionary",
        "/data/downloads", "/sql", "/search?q=%E6%B2%BB%E7%90%86", "/methods", "/about",
    ];

    /// <summary>Every page once, in one language or the other.</summary>
    public static TheoryData<string, string> Pages => [.. Addresses.Select((address, n) => (address, n % 2 == 0 ? "zh" : "en"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_works_for_another_city(string address, string language)
    {
        var said = (await city.Client.Page(address, language)).Body!.TextContent;

        said.Replace("北京时间", "", StringComparison.Ordinal).ShouldNotContain("北京");
        said.Replace("Beijing time", "", StringComparison.Ordinal).ShouldNotContain("Beijing");
        said.ShouldNotMatch(@"\bNaN\b|\{\d\}|\b22 项|\b22 indicators");
    }

    [Theory]
    [InlineData("rankings?round=C", 7)]
    [InlineData("rankings?round=B2&by=G", 1)]
    [InlineData("indicators?round=C", 31)]
    [InlineData("results?round=C", 7 * 31)]
    [InlineData("agreement?round=C", 7)]
    [InlineData("agreement?round=B2", 1)]
    [InlineData("panel?round=C", 31)]
    [InlineData("certainty?round=C", 7)]
    [InlineData("changes?round=C", 1 + 4 + 31)]
    [InlineData("trends", 4)]
    [InlineData("trends?district=990103&dimension=P", 3)]
    [InlineData("districts/990103", 31)]
    [InlineData("loads", 1)]
    [InlineData("snapshots", 1)]
    [InlineData("rejected", 0)]
    [InlineData("lineage?round=C&district=990103&indicator=G01", 2)]
    public async Task Every_question_of_the_api_answers_for_another_city(string address, int rows)
    {
        using var response = await city.Client.GetAsync("/api/v1/" + address, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await city.Client.Rows(address)).Length.ShouldBe(rows);
    }

    [Fact]
    public async Task The_panel_and_the_agreement_are_those_of_the_citys_own_experts_and_dimensions()
    {
        var panel = await city.Client.Json("panel?round=A");
        panel["overall"]!["experts"]!.GetValue<int>().ShouldBe(2);
        panel["severity"]!.AsArray().Select(e => Math.Round(e!["severity"]!.GetValue<double>(), 3)).ShouldBe([0.05, -0.05]);
        panel["adjusted"]!.AsArray().Count.ShouldBe(7);

        var nobody = await city.Client.Json("panel?round=C");
        nobody["severity"]!.AsArray().ShouldBeEmpty();
        nobody["withheld"]!.AsArray().Select(w => w!["reason"]!.GetValue<string>()).ShouldContain("noData");

        var agreement = await city.Client.Json("agreement?round=C");
        agreement["n"]!.GetValue<int>().ShouldBe(7);
        agreement["dimensions"]!.AsArray().Select(d => d!["dimension"]!.GetValue<string>()).ShouldBe(city.Catalog.Dimensions.Select(d => d.Code));
        agreement["indicators"]!.AsArray().Count.ShouldBe(31);
        agreement["history"]!.AsArray().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Totals_are_the_sums_of_the_citys_own_indicators()
    {
        var rows = (await city.Client.Rows("rankings?round=C")).ToDictionary(r => r["district"]!.GetValue<string>());
        foreach (var (district, place) in city.Catalog.Districts.Select((d, n) => (d, n)))
        {
            var expected = city.Catalog.Indicators.Sum(i => ScoredCity.Points(i, 3, place));
            rows[district.Code]["points"]!.GetValue<decimal>().ShouldBe(expected);
            rows[district.Code]["maxPoints"]!.GetValue<decimal>().ShouldBe(150m);
        }

        var page = await city.Client.Page("/rankings?round=C");
        page.QuerySelector(".subtitle")!.Said().ShouldContain("31");
        page.QuerySelector(".subtitle")!.Said().ShouldContain("150");
        page.QuerySelector("table.ranking")!.Rows()[0].ShouldContain(Format.Points(city.Catalog.Indicators.Sum(i => ScoredCity.Points(i, 3, 0))));
        foreach (var dimension in city.Catalog.Dimensions)
            page.QuerySelector("table.ranking thead")!.Said().ShouldContain(dimension.NameZh);
    }

    [Fact]
    public async Task A_district_that_was_evaluated_again_is_held_against_that_round_and_others_against_their_own_last()
    {
        var page = await city.Client.Page("/rankings?round=C");
        string Change(string district) => page.QuerySelectorAll("table.ranking tbody tr").Single(r => r.Said().Contains(district, StringComparison.Ordinal)).InnerHtml;

        Change("南湖区").ShouldContain("与第二轮复评相比");
        Change("北塔区").ShouldContain("与第二轮评估相比");
        var last = city.Catalog.Districts[6];
        Change(last.NameZh).ShouldContain("与第一轮评估相比");
    }
}
