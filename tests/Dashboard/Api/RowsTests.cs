using System.Text.Json.Nodes;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api;

public sealed class RowsTests(SampleDashboard dashboard)
{
    private readonly HttpClient client = dashboard.Chinese;

    public static TheoryData<string> Routes => [.. ApiClient.Routes];

    public static TheoryData<string> Variants => [.. ApiClient.Variants];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_answer_names_its_snapshot_and_says_that_it_is_the_sample(string address)
    {
        var answer = await client.Json(address);

        answer["snapshot"]!.GetValue<string>().ShouldBe(SampleWarehouse.Shared.Published.Snapshot!.Id);
        answer["sample"]!.GetValue<bool>().ShouldBeTrue();
        answer["total"]!.GetValue<int>().ShouldBe(answer["rows"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("rankings", 16)]
    [InlineData("rankings?round=2023", 12)]
    [InlineData("rankings?round=2023&by=D&of=self", 12)]
    [InlineData("indicators", 22)]
    [InlineData("results", 16 * 22)]
    [InlineData("results?round=*", 59 * 22)]
    [InlineData("results?round=*&district=110112&indicator=D10", 4)]
    [InlineData("trends", 4)]
    [InlineData("trends?district=110112", 4)]
    [InlineData("trends?district=*", 59)]
    [InlineData("districts/110112", 22)]
    [InlineData("loads", 1)]
    [InlineData("rejected", 0)]
    public async Task A_route_has_the_rows_that_the_forms_have(string address, int rows) =>
        (await client.Rows(address)).Length.ShouldBe(rows);

    [Fact]
    public async Task Without_a_round_the_latest_evaluated_one_is_meant() =>
        (await client.Json("rankings"))["round"]!.GetValue<string>().ShouldBe("2026");

    [Fact]
    public async Task Totals_and_ranks_are_those_of_a_spreadsheet()
    {
        var expected = File.ReadLines(TestFiles.ExpectedTotals).Skip(1).Select(line => line.Split(',')).ToArray();
        foreach (var round in expected.GroupBy(e => e[0]))
        {
            var rows = (await client.Rows($"rankings?round={round.Key}")).ToDictionary(r => Text(r, "district"));
            rows.Count.ShouldBe(round.Count());
            foreach (var line in round)
            {
                Text(rows[line[1]], "points").ShouldBe(line[3]);
                Text(rows[line[1]], "selfPoints").ShouldBe(line[2]);
                Text(rows[line[1]], "rank").ShouldBe(line[4]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task The_csv_file_holds_the_same_names_and_values_as_the_json_answer(string address)
    {
        var rows = await client.Rows(address);
        var lines = await client.Csv(address);

        lines.Count.ShouldBe(rows.Length);
        foreach (var (row, line) in rows.Zip(lines))
        {
            line.Keys.ShouldBe(row.Select(field => field.Key));
            foreach (var (name, value) in row)
            {
                line[name].ShouldBe(AsCsv(value), $"{name} of {row.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task Sorting_paging_and_fields_work_together()
    {
        var all = await client.Rows("results?sort=-gapPoints,district&fields=district,indicator,gapPoints");
        var pages = new List<JsonObject>();
        for (var page = 1; page <= 4; page++)
        {
            pages.AddRange(await client.Rows($"results?sort=-gapPoints,district&fields=district,indicator,gapPoints&pageSize=100&page={page}"));
        }

        all.ShouldAllBe(row => row.Select(f => f.Key).SequenceEqual(new[] { "district", "indicator", "gapPoints" }));
        all.Select(r => r["gapPoints"]!.GetValue<decimal>()).ShouldBe(all.Select(r => r["gapPoints"]!.GetValue<decimal>()).OrderDescending());
        pages.Select(p => p.ToJsonString()).ShouldBe(all.Select(p => p.ToJsonString()));
    }

    [Fact]
    public async Task A_page_says_in_headers_how_many_rows_there_are_and_where_the_next_are()
    {
        using var response = await client.GetAsync("/api/v1/results.csv?pageSize=100&page=2&round=2026", TestContext.Current.CancellationToken);

        response.Headers.GetValues("X-Total-Count").ShouldBe(["352"]);
        response.Headers.GetValues("Link").Single().ShouldBe(
            "</api/v1/results.csv?pageSize=100&round=2026&page=1>; rel=\"prev\", </api/v1/results.csv?pageSize=100&round=2026&page=3>; rel=\"next\"");
    }

    [Fact]
    public async Task A_file_is_named_after_what_it_holds_and_marks_the_sample()
    {
        using var response = await client.GetAsync("/api/v1/rankings.csv", TestContext.Current.CancellationToken);

        var name = response.Content.Headers.ContentDisposition!.FileNameStar!;
        name.ShouldBe($"rankings-2026-{SampleWarehouse.Shared.Published.Snapshot!.Id}-示例数据.csv");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
    }

    [Fact]
    public async Task A_district_stands_beside_its_peers_and_its_next_rank()
    {
        var answer = await client.Json("districts/110105?peers=zone");
        var peers = answer["peers"]!;

        peers["whyZh"]!.GetValue<string>().ShouldContain("同属");
        peers["districts"]!.AsArray().Select(d => d!.GetValue<string>()).ShouldContain("110105");
        var rank = answer["profile"]!["rank"]!.GetValue<int>();
        (answer["nextRank"]?["rank"]?.GetValue<int>() ?? 0).ShouldBeLessThan(rank);
        var strengths = answer["strengths"]!.AsArray();
        strengths.Count.ShouldBeInRange(1, 3);
        strengths.ShouldAllBe(s => s!["differenceRate"]!.GetValue<decimal>() > 0);
        answer["weaknesses"]!.AsArray().ShouldAllBe(s => s!["differenceRate"]!.GetValue<decimal>() < 0);
    }

    private static string Text(JsonObject row, string name) => row[name]!.ToJsonString().Trim('"');

    private static string AsCsv(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(' ', list.Select(item => item!.GetValue<string>())),
        JsonValue text when text.TryGetValue<string>(out var s) => s,
        _ => value.ToJsonString(),
    };
}
