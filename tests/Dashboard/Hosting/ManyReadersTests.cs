using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using LearningCity.Dashboard.Tests.Access;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class ManyReadersTests
{
    private const int Readers = 200;
    private const int Publications = 10;

    private static readonly string[] Roles = ["leader", "researcher", "district:d1"];

    private static readonly string[] ForAll = ["/rankings", "/api/v1/results", "/", "/api/v1/rankings", "/districts/d3", "/indicators", "/api/v1/results.csv"];

    private static readonly string[] ForDistricts = ["/districts/own", "/api/v1/results", "/api/v1/results.csv"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Over real HTTP, each reader on a connection of its own, signed in as one of three kinds of viewers, while snapshots come and go
    /// (ten are kept, eleven are published). A reader that rests between two looks is what readers do; all the same most of them ask at once
    /// after each publication, when nothing is kept for them yet.</summary>
    [Fact]
    public async Task Two_hundred_readers_during_ten_publications_see_no_error_and_no_answer_that_mixes_two_snapshots()
    {
        using var city = new TestStore(TestStore.SmallCity);
        var tenthsOf = new Dictionary<string, int>(StringComparer.Ordinal);
        Publish(city, 0, tenthsOf);
        await using var factory = new DashboardFactory(city.Folder, false, ("access", "accounts"), ("Access:SignInsPerMinute", "1000"));
        var address = factory.Listen();
        var sessions = await Task.WhenAll(Roles.Select(role => Session(factory, address, role)));

        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        using var done = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<Answer, int>();
        var last = new string?[Readers];
        var readers = Enumerable.Range(0, Readers).Select(n => ReadOn(client, n, sessions[n % Roles.Length], seen, last, done.Token)).ToArray();
        for (var n = 1; n <= Publications; n++)
        {
            await Task.Run(() => Publish(city, n, tenthsOf), Cancel);
            // Each reader has looked at least once at this snapshot before the next one comes.
            var current = tenthsOf.Single(s => s.Value == n).Key;
            while (!last.All(l => l == current) && !readers.Any(r => r.IsFaulted))
            {
                await Task.Delay(20, Cancel);
            }
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);

        seen.Keys.Select(a => a.Snapshot).ToHashSet().ShouldBe(tenthsOf.Keys, ignoreOrder: true);
        seen.Values.Sum().ShouldBeGreaterThan(Readers * Publications);
        // Whoever asked the same of the same snapshot read the same, letter by letter.
        seen.Keys.GroupBy(a => (a.Viewer, a.Address, a.Snapshot)).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        foreach (var answer in seen.Keys)
        {
            Check(answer, tenthsOf[answer.Snapshot]);
        }
    }

    /// <summary>Asks until stopped. Every answer is 200, or the reader fails with what it was.</summary>
    private static async Task ReadOn(
        HttpClient client, int reader, string session, ConcurrentDictionary<Answer, int> seen, string?[] last, CancellationToken stop)
    {
        var viewer = Roles[reader % Roles.Length];
        var addresses = viewer.StartsWith("district", StringComparison.Ordinal) ? ForDistricts : ForAll;
        for (var i = reader; !stop.IsCancellationRequested; i++)
        {
            var address = addresses[i % addresses.Length];
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", session + "; lang=en");
            using var response = await client.SendAsync(request, Cancel);
            var body = await response.Content.ReadAsStringAsync(Cancel);
            ((int)response.StatusCode).ShouldBe(200, $"{viewer} {address}\n{body}");
            var snapshot = response.Headers.GetValues("X-Snapshot").Single();
            seen.AddOrUpdate(new Answer(viewer, address, snapshot, body), 1, (_, n) => n + 1);
            last[reader] = snapshot;
            await Task.Delay(150, CancellationToken.None);
        }
    }

    private static void Check(Answer answer, int tenths)
    {
        var of = $"{answer.Viewer} {answer.Address} of {answer.Snapshot}";
        if (answer.Address.EndsWith(".csv", StringComparison.Ordinal))
        {
            var lines = answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split(',')).ToList();
            var (indicator, points) = (Array.IndexOf(lines[0], "indicator"), Array.IndexOf(lines[0], "expertPoints"));
            lines.Count.ShouldBeGreaterThan(3, of);
            lines.Skip(1).ShouldAllBe(l => Number(l[points]) == Points(l[indicator], tenths), of);
            return;
        }

        if (answer.Address.StartsWith("/api", StringComparison.Ordinal))
        {
            var json = JsonNode.Parse(answer.Body)!;
            json["snapshot"]!.GetValue<string>().ShouldBe(answer.Snapshot, of);
            var rows = json["rows"]!.AsArray();
            rows.Count.ShouldBeGreaterThan(2, of);
            foreach (var row in rows.Select(r => r!.AsObject()))
            {
                var (found, right) = answer.Address.EndsWith("rankings", StringComparison.Ordinal)
                    ? (row["points"], 2 * tenths)
                    : (row["expertPoints"], Points(row["indicator"]!.GetValue<string>(), tenths));
                found.ShouldNotBeNull($"{of}: {row}").GetValue<decimal>().ShouldBe(right, $"{of}: {row}");
            }

            return;
        }

        using var page = new HtmlParser().ParseDocument(answer.Body);
        page.QuerySelector("footer code")!.TextContent.ShouldBe(answer.Snapshot, of);
        if (answer.Address == "/rankings")
        {
            var column = page.QuerySelectorAll("table.ranking thead th").Select(h => h.TextContent.Trim()).ToList().FindIndex(h => h.StartsWith("Total", StringComparison.Ordinal));
            column.ShouldBeGreaterThan(0, of);
            var totals = page.QuerySelectorAll("table.ranking tbody tr").Select(r => Number(r.Children[column].TextContent)).ToList();
            totals.ShouldBe(Enumerable.Repeat(2m * tenths, 5), of);
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Points(string indicator, int tenths) => tenths * (indicator switch { "A1" => 4, "A2" => 6, _ => 10 }) / 10m;

    /// <summary>Gives every district so many tenths of the points everywhere, so that any number of an answer tells which publication it is of.</summary>
    private static void Publish(TestStore city, int tenths, Dictionary<string, int> tenthsOf)
    {
        city.Load(string.Join('\n',
            from district in new[] { "d1", "d2", "d3", "d4", "d5" }
            from indicator in new[] { "A1", "A2", "B1" }
            select string.Create(CultureInfo.InvariantCulture, $"r1 {district} {indicator} expert {Points(indicator, tenths)}")));
        using var reader = city.Publish();
        tenthsOf[reader.Info.Id] = tenths;
    }

    private static async Task<string> Session(DashboardFactory factory, Uri address, string role)
    {
        using var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address });
        using var signedIn = await visitor.SignIn(await Visitor.Account(factory, role));
        return signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lc-session", StringComparison.Ordinal)).Split(';')[0];
    }

    private sealed record Answer(string Viewer, string Address, string Snapshot, string Body);
}
