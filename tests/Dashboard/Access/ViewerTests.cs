using System.Net;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Tests.Access;

public sealed partial class ViewerTests(AccessDashboard dashboard)
{
    private static readonly CityCatalog City = CityCatalog.Ordered(
        TestStore.SmallCity.Frameworks, TestStore.SmallCity.Dimensions, TestStore.SmallCity.Indicators, [],
        [.. Enumerable.Range(1, 8).Select(n => TestStore.District($"d{n}", n < 4 ? "west" : "east"))], TestStore.SmallCity.Rounds);

    public static TheoryData<string> PagesOfResearchers() => [.. PageClient.Pages.Where(p =>
        !p.StartsWith("/data/loads", StringComparison.Ordinal) && !p.StartsWith("/data/rejected", StringComparison.Ordinal) && !p.StartsWith("/data/lineage", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(PagesOfResearchers))]
    public async Task Researchers_see_every_page_and_no_experts_name(string page)
    {
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "researcher");
        (await visitor.Read(page)).ShouldNotMatch(@"\bE0\d\b");
    }

    [Fact]
    public async Task Researchers_get_experts_under_pseudonyms_where_leaders_get_names()
    {
        using var leader = await Visitor.SignedIn(dashboard.Factory, "leader");
        using var researcher = await Visitor.SignedIn(dashboard.Factory, "researcher");
        (await leader.Read("/api/v1/panel?round=2026")).ShouldMatch(@"""E0\d""");
        var theirs = await researcher.Read("/api/v1/panel?round=2026");
        theirs.ShouldNotMatch(@"""E0\d""");
        theirs.ShouldMatch(@"""P-[0-9a-f]{12}""");
    }

    /// <summary>Whatever the others got, the office of d1 reads the same, byte by byte: nothing tells which of them is which.</summary>
    [Theory]
    [InlineData("anonymous")]
    [InlineData("own")]
    public async Task No_answer_to_a_district_tells_which_of_the_others_is_which(string others)
    {
        using var one = Store([2, 3, 4, 5, 6, 7, 8]);
        using var two = Store([8, 5, 2, 7, 3, 6, 4]);
        await using var first = new DashboardFactory(one.Folder, false, ("access", "accounts"), ("Access:Others", others));
        await using var second = new DashboardFactory(two.Folder, false, ("access", "accounts"), ("Access:Others", others));
        using var mine = await Visitor.SignedIn(first, "district:d1");
        using var mineOther = await Visitor.SignedIn(second, "district:d1");
        using var leader = await Visitor.SignedIn(first, "leader");
        using var leaderOther = await Visitor.SignedIn(second, "leader");
        (await Bare(leader, "/api/v1/results?round=r1")).ShouldNotBe(await Bare(leaderOther, "/api/v1/results?round=r1"), "else this test proves nothing");

        // The leader has asked first: what is kept for one is not given to the other.
        foreach (var address in new[]
        {
            "/districts/own", "/districts/own?round=r1&lang=en", "/districts/own?round=r2", "/about", "/data/upload", "/account/sign-in",
            "/api/v1/results", "/api/v1/results?round=r1", "/api/v1/results?round=r1&sort=-expertPoints", "/api/v1/results?round=r1&district=d4", "/api/v1/results.csv?round=r1",
            "/api/v1/results?round=r1&district=nowhere", "/api/v1/results?round=none", "/api/v1/nothing", "/openapi/v1.json", "/nothing", "/districts/own?round=nothing",
        })
        {
            var answer = await Bare(mine, address);
            answer.ShouldBe(await Bare(mineOther, address), address);
        }

        (await mine.Read("/api/v1/results?round=r1&district=d4")).ShouldContain("\"rows\":[]");
        var page = await mine.Read("/districts/own?round=r1&lang=en");
        page.Contains("ranks 8 of 8", StringComparison.Ordinal).ShouldBe(others == "anonymous");
        page.Contains("35.0%, 50.0%, 65.0%", StringComparison.Ordinal).ShouldBe(others == "anonymous");
        page.ShouldNotContain("District d4");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rankings")]
    [InlineData("/districts/110112")]
    [InlineData("/api/v1/rankings")]
    [InlineData("/api/v1/rankings.csv")]
    [InlineData("/figures/ranks.svg")]
    [InlineData("/data/downloads/csv.zip")]
    [InlineData("/data/tables/adjusted.csv")]
    [InlineData("/data/snapshots")]
    [InlineData("/search?q=d4")]
    public async Task What_shows_all_districts_is_not_for_one_that_is_not_shown_the_others(string address)
    {
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "district:" + AccessDashboard.District);
        (await visitor.Read(address, HttpStatusCode.Forbidden)).ShouldContain(address.StartsWith("/api", StringComparison.Ordinal) || address.StartsWith("/figures", StringComparison.Ordinal) ? "无权访问" : "此页不对您的角色开放");
    }

    [Fact]
    public async Task An_answer_kept_for_one_viewer_is_not_given_to_another_and_carries_another_tag()
    {
        using var leader = await Visitor.SignedIn(dashboard.Factory, "leader");
        using var researcher = await Visitor.SignedIn(dashboard.Factory, "researcher");
        using var first = await leader.Get("/api/v1/panel?round=2026");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/panel?round=2026");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await researcher.Client.SendAsync(request, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        second.Headers.CacheControl!.Private.ShouldBeTrue();
        second.Headers.Vary.ShouldContain("Cookie");
    }

    /// <summary>What must differ between any two snapshots, and between any two forms.</summary>
    private static async Task<string> Bare(Visitor visitor, string address)
    {
        using var response = await visitor.Get(address);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} " + Changing().Replace(body, "~");
    }

    private static TestStore Store(int[] others)
    {
        var store = new TestStore(City);
        store.Load(string.Join('\n', new[] { 1 }.Concat(others).SelectMany((points, i) => new[] { "r1", "r2" }.SelectMany(round => new[]
        {
            $"{round} d{i + 1} A1 expert {points * 4 / 10m}", $"{round} d{i + 1} A2 expert {points * 6 / 10m}", $"{round} d{i + 1} B1 expert {points}",
            $"{round} d{i + 1} A1 self {(points + 1) * 4 / 10m}", $"{round} d{i + 1} A2 self 3", $"{round} d{i + 1} B1 self {points + 1}",
        }))));
        store.Publish().Dispose();
        return store;
    }

    [GeneratedRegex("""\d{8}T\d{6}Z-[0-9a-f]{8}|<time [^>]*>[^<]*</time>|0H[0-9A-Z]+(:[0-9A-F]+)?|CfDJ8[-_A-Za-z0-9]+""")]
    private static partial Regex Changing();
}
