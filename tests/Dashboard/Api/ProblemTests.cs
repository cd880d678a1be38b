using System.Net;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Api;

public sealed class ProblemTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task All_wrong_parameters_are_listed_at_once_with_what_would_be_right()
    {
        var problem = await dashboard.English.Json(
            "rankings?round=1999&by=X&of=everyone&sort=-heights&fields=rank,width&page=0&pageSize=99999&colour=red&lang=en",
            HttpStatusCode.BadRequest);

        Errors(problem).Keys.ShouldBe(["round", "by", "of", "sort", "fields", "page", "pageSize", "colour"], ignoreOrder: true);
        Errors(problem)["round"].ShouldBe(["2023", "2024", "2025", "2026"]);
        Errors(problem)["by"].ShouldBe(["total", "F", "D", "O"]);
        Errors(problem)["of"].ShouldBe(["expert", "self"]);
        Errors(problem)["sort"].ShouldContain("rank");
        Errors(problem)["colour"].ShouldContain("round");
        problem["detail"]!.GetValue<string>().Split('\n').Length.ShouldBe(8);
    }

    [Fact]
    public async Task A_problem_speaks_the_language_of_the_request()
    {
        var chinese = await dashboard.Chinese.Json("rankings?round=1999", HttpStatusCode.BadRequest);
        var english = await dashboard.English.Json("rankings?round=1999", HttpStatusCode.BadRequest);
        var asked = await dashboard.Chinese.Json("rankings?round=1999&lang=en", HttpStatusCode.BadRequest);

        Message(chinese).ShouldBe("评估轮次“1999”不存在。可用：2023 2024 2025 2026");
        Message(english).ShouldBe("There is no round “1999”. Known: 2023 2024 2025 2026");
        Message(asked).ShouldBe(Message(english));
    }

    [Theory]
    [InlineData("results?district=999999", "district")]
    [InlineData("results?district=通州区", "district")]
    [InlineData("results?indicator=D99", "indicator")]
    [InlineData("results?indicator=1.10", "indicator")]
    [InlineData("results?round=2023&round=2024", "round")]
    [InlineData("results.csv?fields=points", "fields")]
    [InlineData("trends?dimension=Z", "dimension")]
    [InlineData("trends?dimension=D&indicator=D1", "indicator")]
    [InlineData("lineage?district=110112", "indicator")]
    [InlineData("rejected?load=first", "load")]
    [InlineData("rejected?load=-1", "load")]
    [InlineData("rankings?page=1e3", "page")]
    [InlineData("rankings?page=99999999999", "page")]
    [InlineData("snapshots?sort=rounds", "sort")]
    [InlineData("districts/110112?peers=friends", "peers")]
    [InlineData("districts/110112?round=1999", "round")]
    [InlineData("agreement?round=1999", "round")]
    [InlineData("panel?round=1999", "round")]
    [InlineData("certainty?round=1999", "round")]
    [InlineData("changes?round=1999", "round")]
    [InlineData("whatif?district=999999&points=D10:3", "district")]
    [InlineData("whatif?district=110112&points=Z9:3", "points")]
    [InlineData("whatif?district=110112", "points")]
    [InlineData("reweighted", "weights")]
    [InlineData("reweighted?weights=Z:1", "weights")]
    [InlineData("lineage?district=110112&indicator=D99", "indicator")]
    [InlineData("rankings?lang=fr", "lang")]
    public async Task A_wrong_value_is_named(string address, string parameter) =>
        Errors(await dashboard.English.Json(address, HttpStatusCode.BadRequest)).Keys.ShouldBe([parameter]);

    [Theory]
    [InlineData("districts/999999")]
    [InlineData("districts/110109?round=2023")]
    [InlineData("rankings?snapshot=20200101T000000Z-00000000")]
    [InlineData("rankings?snapshot=../../etc/passwd")]
    [InlineData("nothing")]
    [InlineData("rankings.xml")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        var problem = await dashboard.English.Json(address, HttpStatusCode.NotFound);

        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["requestId"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_snapshot_does_not_hide_the_other_faults()
    {
        var problem = await dashboard.English.Json("rankings?snapshot=x&round=1999", HttpStatusCode.BadRequest);

        Errors(problem).Keys.ShouldBe(["snapshot", "round"]);
    }

    [Fact]
    public async Task An_empty_value_is_a_filter_left_open() =>
        (await dashboard.English.Rows("results?round=2023&district=&indicator=")).Length.ShouldBe(12 * 22);

    [Fact]
    public async Task An_address_that_is_no_route_is_told_all_that_are()
    {
        var problem = await dashboard.English.Json("nothing", HttpStatusCode.NotFound);

        foreach (var route in ApiClient.Routes.Select(r => r.Split('?')[0].Replace("110112", "{code}", StringComparison.Ordinal)).Append("sql"))
        {
            problem["detail"]!.GetValue<string>().Split(' ').ShouldContain("/api/v1/" + route);
        }
    }

    [Fact]
    public async Task A_code_that_is_none_is_called_what_it_would_have_to_be()
    {
        Message(await dashboard.English.Json("whatif?district=110112&points=Z9:3", HttpStatusCode.BadRequest)).ShouldStartWith("There is no indicator “Z9”.");
        Message(await dashboard.English.Json("reweighted?weights=Z:1", HttpStatusCode.BadRequest)).ShouldStartWith("There is no dimension “Z”.");
        Message(await dashboard.English.Json("reweighted", HttpStatusCode.BadRequest)).ShouldStartWith("“weights” is missing");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Another_method_is_refused_without_a_page(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/rankings");
        using var response = await dashboard.English.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeInRange(404, 405);
        response.Content.Headers.ContentType?.MediaType.ShouldNotBe("text/html");
    }

    private static Dictionary<string, string[]> Errors(JsonObject problem) => problem["errors"]!.AsArray().ToDictionary(
        e => e!["parameter"]!.GetValue<string>(),
        e => e!["allowed"]?.AsArray().Select(a => a!.GetValue<string>()).ToArray() ?? []);

    private static string Message(JsonObject problem) => problem["errors"]![0]!["message"]!.GetValue<string>();
}
