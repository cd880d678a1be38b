using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CsvHelper;

namespace LearningCity.Dashboard.Tests.Api;

/// <summary>Reads what the API answers, strictly: another status than expected fails with the body.</summary>
internal static class ApiClient
{
    /// <summary>One address of every route, with all that it needs.</summary>
    public static IReadOnlyList<string> Routes { get; } =
    [
        "rankings", "indicators", "results", "trends", "districts/110112", "snapshots", "loads", "rejected",
        "lineage?district=110112&indicator=D10", "agreement", "panel", "certainty", "changes", "whatif?district=110112&points=D10:3,F1:6",
        "reweighted?weights=F:1,D:1,O:1",
    ];

    /// <summary>More of what the routes can be asked, so that every kind of row is seen.</summary>
    public static IReadOnlyList<string> Variants { get; } =
    [
        .. Routes, "rankings?round=2023&by=F&of=self", "results?round=*", "results?district=110112", "results?indicator=O4&round=2024",
        "trends?district=*", "trends?district=110112&indicator=D10", "trends?dimension=D&of=self", "districts/110112?peers=zone&round=2023",
        "rejected?severity=*", "agreement?round=2023", "panel?round=2023", "changes?round=2023", "districts/110112?peers=nearest",
        "rankings?by=D",
    ];

    public static async Task<JsonObject> Json(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync("/api/v1/" + address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, body);
        return JsonNode.Parse(body).ShouldBeOfType<JsonObject>();
    }

    public static async Task<JsonObject[]> Rows(this HttpClient client, string address) =>
        [.. (await client.Json(address))["rows"]!.AsArray().Select(row => (JsonObject)row!)];

    /// <summary>The rows of the CSV form of an address, field by field as text.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Csv(this HttpClient client, string address)
    {
        await using var stream = await client.GetStreamAsync("/api/v1/" + AsFile(address, "csv"), TestContext.Current.CancellationToken);
        using var reader = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name)!));
        }

        return rows;
    }

    /// <summary>The address of the same rows as a file.</summary>
    public static string AsFile(string address, string format)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? $"{address}.{format}" : $"{address[..query]}.{format}{address[query..]}";
    }
}
