using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LearningCity.Client;
using LearningCity.Dashboard.Tests.SqlConsole;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api;

/// <summary>The typed client and the .http file, held to the description: what the API has, both have.</summary>
public sealed partial class ClientTests(ConsoleServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_has_a_method_for_every_route_and_its_rows_have_only_fields_that_there_are()
    {
        var routes = await RoutesAsync();
        var asked = new Recorder();
        using var http = new HttpClient(asked) { BaseAddress = (await server.ClientAsync()).BaseAddress };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var client = new LearningCityClient(http, SampleWarehouse.Shared.Published.Snapshot!.Id);
        // Each is asked so that it has rows, but for the sample has no rejected one.
        var points = new Dictionary<string, decimal> { ["D10"] = 3, ["F1"] = 5.5m };
        var weights = new Dictionary<string, decimal> { ["F"] = 1, ["D"] = 1, ["O"] = 0.5m };
        IReadOnlyList<string>[] fields =
        [
            Fields(await client.RankingsAsync("2026", "D", cancel: Cancel)), Fields(await client.IndicatorsAsync(cancel: Cancel)),
            Fields(await client.ResultsAsync("*", "110112", cancel: Cancel)), Fields(await client.TrendsAsync("110112", "D10", cancel: Cancel)),
            Fields(await client.DistrictAsync("110112", peers: "nearest", cancel: Cancel)), Fields(await client.AgreementAsync(cancel: Cancel)),
            Fields(await client.PanelAsync(cancel: Cancel)), Fields(await client.CertaintyAsync(cancel: Cancel)),
            Fields(await client.ChangesAsync(cancel: Cancel)), Fields(await client.WhatIfAsync("110112", points, cancel: Cancel)),
            Fields(await client.ReweightedAsync(weights, cancel: Cancel)), Fields(await client.SnapshotsAsync(Cancel)), Fields(await client.LoadsAsync(Cancel)),
            Fields(await client.LineageAsync("110112", "D10", cancel: Cancel)), Fields(await client.RejectedAsync(1, "*", Cancel), empty: true),
        ];
        (await client.SqlAsync("select 6 * 7 as answer", Cancel)).Rows[0][0].GetInt32().ShouldBe(42);

        asked.Paths.Order(StringComparer.Ordinal).ShouldBe(routes.Keys.Select(r => r.Replace("{code}", "110112", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var (path, names) in asked.Paths.Zip(fields))
        {
            var row = routes[path.Replace("110112", "{code}", StringComparison.Ordinal)]!;
            names.Except(row.Select(p => p.Key)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task What_stands_beside_the_rows_and_why_a_statistic_is_withheld_is_read_too()
    {
        using var http = await server.ClientAsync();
        var client = new LearningCityClient(http);

        (await client.AgreementAsync(cancel: Cancel)).Part<double?>("bias").ShouldNotBeNull();
        (await client.PanelAsync(cancel: Cancel)).Part<ExpertSeverity[]>("severity")!.ShouldAllBe(s => s.Rate != null && s.N > 0);
        (await client.TrendsAsync("110105", cancel: Cancel)).Withheld.ShouldContain(w => w.Statistic == "p" && w.Reason == "notTested" && w.En.Length > 0);
        Should.Throw<KeyNotFoundException>(() => new Answer<Ranking>("", true, null, []).Part<int>("nothing"));
    }

    [Fact]
    public async Task A_problem_becomes_an_exception_that_says_what_was_wrong()
    {
        using var http = await server.ClientAsync();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var client = new LearningCityClient(http);

        var rows = await Should.ThrowAsync<LearningCityException>(client.RankingsAsync("1999", "X", cancel: Cancel));
        rows.Status.ShouldBe(400);
        rows.Message.ShouldContain("1999");
        rows.Message.ShouldContain("“X”");
        (await Should.ThrowAsync<LearningCityException>(new LearningCityClient(http, "gone").LoadsAsync(Cancel))).Status.ShouldBe(404);
        (await Should.ThrowAsync<LearningCityException>(client.SqlAsync("selec 1", Cancel))).Message.ShouldContain("line 1, column 1");
    }

    [Fact]
    public async Task The_http_file_asks_every_route_and_each_request_is_answered_as_it_says()
    {
        var requests = Requests(await File.ReadAllTextAsync(Beside("../../../dashboard/Api/LearningCity.http"), Cancel));
        var routes = await RoutesAsync();
        routes.Keys.Except(requests.Select(r => District().Replace(r.Address.Split('?')[0], "{code}"))).ShouldBeEmpty();
        using var http = await server.ClientAsync();
        foreach (var (method, address, body, wrong) in requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Content = body.Length == 0 ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, Cancel);
            ((int)response.StatusCode).ShouldBe(wrong ? 400 : 200, address);
        }
    }

    /// <summary>Every path of the description but those of files, with the fields of its rows; null for SQL, whose rows are lists.</summary>
    private async Task<Dictionary<string, JsonObject?>> RoutesAsync()
    {
        using var http = await server.ClientAsync();
        var document = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", Cancel))!;
        JsonNode Schema(JsonNode reference) => document["components"]!["schemas"]![reference["$ref"]!.GetValue<string>().Split('/')[^1]]!;
        return document["paths"]!.AsObject().Where(p => !p.Key.EndsWith("{format}", StringComparison.Ordinal)).ToDictionary(
            p => p.Key,
            p => p.Value!["get"]?["responses"]!["200"]!["content"]!["application/json"]!["schema"] is { } answer
                ? Schema(Schema(answer)["properties"]!["rows"]!["items"]!)["properties"]!.AsObject()
                : null);
    }

    private static IReadOnlyList<string> Fields<TRow>(Answer<TRow> answer, bool empty = false)
    {
        answer.Sample.ShouldBeTrue();
        (answer.Rows.Count == 0).ShouldBe(empty, typeof(TRow).Name);
        var properties = typeof(TRow).GetProperties();
        if (!empty)
        {
            // A name that the answer does not have would leave a text null that is none.
            properties.Where(p => p.PropertyType == typeof(string) && new System.Reflection.NullabilityInfoContext().Create(p).ReadState == System.Reflection.NullabilityState.NotNull)
                .Where(p => p.GetValue(answer.Rows[0]) is null).Select(p => p.Name).ShouldBeEmpty(typeof(TRow).Name);
            properties.Where(p => p.PropertyType.IsAssignableTo(typeof(IEnumerable))).Where(p => p.GetValue(answer.Rows[0]) is null && p.PropertyType != typeof(string)).ShouldBeEmpty();
        }

        return
        [
            .. properties.Select(p => p.GetCustomAttributes(typeof(JsonPropertyNameAttribute), inherit: false) is [JsonPropertyNameAttribute named]
                ? named.Name
                : JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
        ];
    }

    /// <summary>The requests of an .http file; one that says so is meant to be wrong.</summary>
    private static List<(string Method, string Address, string Body, bool Wrong)> Requests(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split("###").Skip(1).Select(part =>
        {
            var match = Request().Match(part);
            match.Success.ShouldBeTrue(part);
            var body = part[(match.Index + match.Length)..].Split("\n\n", 2).ElementAtOrDefault(1)?.Trim() ?? "";
            return (match.Groups[1].Value, "/api/v1" + match.Groups[2].Value, body, part.Contains("wrong", StringComparison.Ordinal));
        }),
    ];

    private static string Beside(string file, [System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);

    [GeneratedRegex(@"^(GET|POST) \{\{api\}\}(\S+)", RegexOptions.Multiline)]
    private static partial Regex Request();

    [GeneratedRegex(@"(?<=/districts/)\d+")]
    private static partial Regex District();

    /// <summary>Remembers what was asked, in the order of asking.</summary>
    private sealed class Recorder() : DelegatingHandler(new HttpClientHandler())
    {
        public List<string> Paths { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Paths.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
