using System.Net;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class FigureFilesTests(SampleDashboard dashboard)
{
    public static TheoryData<string> Addresses => [.. FigureCatalog.All.Select(f => Address(f))];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_figure_is_served_from_the_snapshot_as_svg_and_png(string address)
    {
        var (type, svg) = await Get(dashboard.Chinese, address.Replace("{format}", "svg", StringComparison.Ordinal));
        type.ShouldBe("image/svg+xml");
        var read = SvgReading.Of(System.Text.Encoding.UTF8.GetString(svg));
        read.Texts.Count.ShouldBeGreaterThan(8, "it is drawn, not said to be empty");
        FigureTests.Overlaps(read).ShouldBeEmpty();
        read.Texts.ShouldAllBe(t => t.Box.Left >= 0 && t.Box.Right <= read.Width);
        read.Texts.ShouldContain(t => t.Text.Contains("示例数据", StringComparison.Ordinal));
        read.Texts.ShouldContain(t => t.Text.Contains("数据快照", StringComparison.Ordinal));

        var (kind, png) = await Get(dashboard.English, address.Replace("{format}", "png", StringComparison.Ordinal));
        kind.ShouldBe("image/png");
        png.Take(8).ShouldBe(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
    }

    [Fact]
    public async Task Totals_of_the_file_are_those_of_the_api()
    {
        var (_, svg) = await Get(dashboard.Chinese, "/figures/gaps.svg?round=2026");
        var texts = SvgReading.Of(System.Text.Encoding.UTF8.GetString(svg)).Texts.Select(t => t.Text).ToList();

        texts.ShouldContain("+15.60");
        texts.ShouldContain("密云区");
    }

    [Fact]
    public async Task An_unknown_figure_is_not_found_and_the_known_ones_are_named()
    {
        var problem = await Problem("/figures/heights.svg", HttpStatusCode.NotFound);

        problem["detail"]!.GetValue<string>().ShouldContain("/figures/ranks-over-rounds.svg");
        await Problem("/figures/gaps.gif", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_wrong_parameters_are_named_at_once()
    {
        var problem = await Problem("/figures/indicator-spread.svg?round=1999&width=20&theme=pink&colour=red", HttpStatusCode.BadRequest);

        problem["errors"]!.AsArray().Select(e => e!["parameter"]!.GetValue<string>()).ShouldBe(["round", "indicator", "width", "theme", "colour"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("ranks-over-rounds", "pick=110112,999999", "pick")]
    [InlineData("gaps", "zone=MOON", "zone")]
    [InlineData("tile-map", "show=height", "show")]
    [InlineData("totals", "width=1e3", "width")]
    public async Task A_wrong_value_is_named(string figure, string query, string parameter)
    {
        var problem = await Problem($"/figures/{figure}.png?{query}", HttpStatusCode.BadRequest);

        problem["errors"]!.AsArray().Single()!["parameter"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Fact]
    public async Task A_zone_limits_the_figure_and_the_file_says_so()
    {
        var (_, svg) = await Get(dashboard.Chinese, "/figures/gaps.svg?round=2026&zone=ECO");
        var texts = SvgReading.Of(System.Text.Encoding.UTF8.GetString(svg)).Texts.Select(t => t.Text).ToList();

        texts.ShouldContain(t => t.Contains("生态涵养区", StringComparison.Ordinal));
        texts.ShouldContain("密云区");
        texts.ShouldNotContain("东城区");
    }

    [Fact]
    public async Task A_figure_that_the_browser_has_is_not_sent_again()
    {
        using var first = await dashboard.Chinese.GetAsync("/figures/gaps.svg?round=2026", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/figures/gaps.svg?round=2026");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        using var second = await dashboard.Chinese.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static string Address(FigureEntry entry) => $"/figures/{entry.Name}.{{format}}" + entry.Name switch
    {
        "indicator-spread" => "?indicator=F4&round=2026",
        "spine" => "?district=110112&round=2026&peers=zone",
        "compare" => "?district=110112&round=2026&with=110105,110108,110101",
        "trend" => "?district=110112",
        _ => "",
    };

    private static async Task<(string? Type, byte[] Body)> Get(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(body));
        return (response.Content.Headers.ContentType?.MediaType, body);
    }

    private async Task<JsonObject> Problem(string address, HttpStatusCode status)
    {
        using var response = await dashboard.English.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, body);
        return JsonNode.Parse(body).ShouldBeOfType<JsonObject>();
    }
}
