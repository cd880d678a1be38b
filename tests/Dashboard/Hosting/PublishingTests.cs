using System.Net;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class PublishingTests
{
    private const int Publications = 3;

    private const int Readers = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_go_on_while_snapshots_are_published_and_no_answer_mixes_two()
    {
        using var city = new TestStore(TestStore.SmallCity);
        Fill(city, 0);
        var valueOf = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        using (var reader = city.Publish())
        {
            valueOf[reader.Info.Id] = 0;
        }

        await using var factory = new DashboardFactory(city.Folder);
        using var done = new CancellationTokenSource();
        using var client = factory.Client();
        var readers = Enumerable.Range(0, Readers).Select(n => Task.Run(() => ReadOn(client, n, done.Token), Cancel)).ToArray();
        for (var value = 1; value <= Publications; value++)
        {
            Fill(city, value);
            using var reader = city.Publish();
            valueOf[reader.Info.Id] = value;
            await Task.Delay(300, Cancel);
        }

        // The dashboard looks for a new snapshot a few times a second.
        await Task.Delay(600, Cancel);
        await done.CancelAsync();
        var answers = (await Task.WhenAll(readers)).SelectMany(a => a).ToArray();

        answers.Length.ShouldBeGreaterThan(Readers * Publications);
        foreach (var (snapshot, values) in answers)
        {
            values.ShouldAllBe(v => v == valueOf[snapshot]);
        }

        answers.Select(a => valueOf[a.Snapshot]).ShouldContain(Publications);
    }

    [Fact]
    public async Task Without_data_the_dashboard_says_so_and_shows_the_first_snapshot_without_a_restart()
    {
        using var city = new TestStore(TestStore.SmallCity);
        await using var factory = new DashboardFactory(city.Folder, sample: false);
        using var client = factory.Client();
        foreach (var address in ApiClient.Routes)
        {
            (await client.Json(address, HttpStatusCode.NotFound))["title"]!.GetValue<string>().ShouldBe("尚无数据");
        }

        (await Health(client))["status"]!.GetValue<string>().ShouldBe("empty");
        Fill(city, 1);
        city.Publish().Dispose();

        (await client.Rows("rankings")).Length.ShouldBe(5);
        (await Health(client))["status"]!.GetValue<string>().ShouldBe("ok");
    }

    private static async Task<JsonNode> Health(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/health", Cancel))!;

    /// <summary>Gives every district the same points everywhere, so that one answer tells which publication it is of.</summary>
    private static void Fill(TestStore city, int value) => city.Load(string.Join('\n',
        from district in new[] { "d1", "d2", "d3", "d4", "d5" }
        from indicator in new[] { "A1", "A2", "B1" }
        select $"r1 {district} {indicator} expert {value / 2m}"));

    /// <summary>Asks until stopped; every answer must be 200 and says its snapshot and the values it holds.</summary>
    private static async Task<List<(string Snapshot, int[] Values)>> ReadOn(HttpClient client, int reader, CancellationToken stop)
    {
        var answers = new List<(string, int[])>();
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            // Half of the readers ask a new address each time, so that kept answers and fresh ones are both seen.
            var answer = await client.Json(reader % 2 == 0 ? "results" : $"results?pageSize={100 + i}");
            answers.Add((
                answer["snapshot"]!.GetValue<string>(),
                [.. answer["rows"]!.AsArray().Select(r => (int)(2 * r!["expertPoints"]!.GetValue<decimal>()))]));
            // Readers that never rest would leave the publication no processor.
            await Task.Delay(30, CancellationToken.None);
        }

        return answers;
    }
}
