using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api;

public sealed partial class DescriptionTests(SampleDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [.. ApiClient.Routes];

    [Fact]
    public async Task A_change_of_the_api_shows_in_review() =>
        Approved.Differs(Beside("../Approved/openapi.v1.json"), Indented(await Document())).ShouldBeNull();

    [Fact]
    public async Task Every_field_parameter_and_route_is_described_in_both_languages()
    {
        var document = await Document();
        var bare = new List<string>();
        foreach (var (type, schema) in document["components"]!["schemas"]!.AsObject())
        {
            bare.AddRange(schema!["properties"]!.AsObject().Where(p => !Said(p.Value!["description"])).Select(p => $"{type}.{p.Key}"));
        }

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var asked = Asked(item!);
            bare.AddRange(new[] { "summary", "description" }.Where(part => !Said(asked[part])).Select(part => $"{path} {part}"));
            bare.AddRange(asked["parameters"]!.AsArray().Where(p => !Said(p!["description"])).Select(p => $"{path} {p!["name"]}"));
            bare.AddRange(asked["responses"]!.AsObject().Where(r => !Said(r.Value!["description"])).Select(r => $"{path} {r.Key}"));
        }

        bare.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_answer_has_the_fields_that_are_described_and_no_others(string address)
    {
        var document = await Document();
        var path = document["paths"]!.AsObject().Single(p => Pattern(p.Key).IsMatch("/api/v1/" + address.Split('?')[0])).Value!;
        var schema = path["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        Compare(document, schema, await dashboard.English.Json(address), address);
    }

    [Fact]
    public async Task Every_route_has_an_example_with_the_fields_of_a_real_answer()
    {
        var document = await Document();
        foreach (var (path, item) in document["paths"]!.AsObject().Where(p => !p.Key.EndsWith("{format}", StringComparison.Ordinal)))
        {
            var content = Asked(item!)["responses"]!["200"]!["content"]!["application/json"]!;
            var example = content["example"].ShouldNotBeNull(path);
            example["rows"]!.AsArray().Count.ShouldBeGreaterThan(0, path);
            Compare(document, content["schema"]!, example, path);
        }
    }

    [Fact]
    public async Task The_reference_loads_nothing_from_elsewhere()
    {
        using var response = await dashboard.English.GetAsync("/api/", Cancel);
        var page = await response.Content.ReadAsStringAsync(Cancel);

        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        var nonce = Regex.Match(response.Headers.GetValues("Content-Security-Policy").Single(), "'nonce-([0-9a-f]+)'").Groups[1].Value;
        page.ShouldContain($"nonce=\"{nonce}\"");
        using var script = await dashboard.English.GetAsync("/api/scalar.js", Cancel);
        script.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<JsonNode> Document() => JsonNode.Parse(await dashboard.English.GetStringAsync("/openapi/v1.json", Cancel))!;

    /// <summary>The one operation of a path: everything is asked with GET but SQL, whose query is a body.</summary>
    private static JsonNode Asked(JsonNode path) => (path["get"] ?? path["post"])!;

    private static bool Said(JsonNode? text) => text is not null && text.GetValue<string>().Contains(" | ", StringComparison.Ordinal);

    private static Regex Pattern(string path) => new("^" + Braces().Replace(path.Replace(".", "\\.", StringComparison.Ordinal), "[^./]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Walks an answer beside its schema: the same names on both sides, all the way down.</summary>
    private static void Compare(JsonNode document, JsonNode schema, JsonNode? value, string where)
    {
        schema = Resolve(document, schema);
        if (value is JsonObject record && schema["properties"] is JsonObject properties)
        {
            record.Select(p => p.Key).ShouldBe(properties.Select(p => p.Key), where);
            foreach (var (name, inner) in record)
            {
                Compare(document, properties[name]!, inner, $"{where} {name}");
            }
        }
        else if (value is JsonArray list && schema["items"] is { } items)
        {
            foreach (var item in list)
            {
                Compare(document, items, item, where);
            }
        }
    }

    private static JsonNode Resolve(JsonNode document, JsonNode schema)
    {
        if (schema["oneOf"] is JsonArray choices)
        {
            schema = choices.First(c => c!["$ref"] is not null)!;
        }

        return schema["$ref"]?.GetValue<string>() is { } reference
            ? document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!
            : schema;
    }

    private static string Indented(JsonNode json) => json.ToJsonString(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Braces();
}
