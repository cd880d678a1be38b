using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Answers are kept for the next who ask. Shown here: whoever asks gets what belongs to their class of viewers, whoever asked before; and what
/// is kept for one class hastens no answer to another, so the time of an answer does not tell a district whether the leaders, researchers or another
/// district have asked. What time does tell is that somebody of the same class asked before: for a district, its own office. Not shown: that work
/// which all share (the operating system's memory of files, the machine's load) leaves no trace in time.</summary>
public sealed class KeptAnswerTests : IDisposable
{
    private static readonly string[] Roles = ["leader", "researcher", "steward", "district:d1", "district:d2"];

    private static readonly string[] Addresses = ["/api/v1/results?round=r1", "/api/v1/results.csv?round=r1", "/api/v1/panel?round=r1", "/rankings", "/districts/own", "/about"];

    private readonly TestStore city = new(TestStore.SmallCity);

    public KeptAnswerTests()
    {
        city.Load(string.Join('\n', Enumerable.Range(1, 5).SelectMany(d => new[] { "A1", "A2", "B1" }.Select(i => $"r1 d{d} {i} expert:E01 {d / 2m}"))));
        city.Publish().Dispose();
    }

    public void Dispose() => city.Dispose();

    [Fact]
    public async Task An_answer_is_the_same_whoever_asked_before_and_is_kept_for_its_own_class_alone()
    {
        await using var warm = Dashboard();
        var visitors = new List<(string Role, Visitor Visitor)>();
        foreach (var role in Roles)
        {
            visitors.Add((role, await Visitor.SignedIn(warm, role)));
        }

        var first = new Dictionary<(string, string), string>();
        foreach (var address in Addresses)
        {
            foreach (var (role, visitor) in visitors)
            {
                using var answer = await visitor.Get(address);
                answer.Headers.Age.ShouldBeNull($"{role} {address}: somebody else's answer was kept for it");
                first[(role, address)] = await Body(answer);
            }

            foreach (var (role, visitor) in visitors)
            {
                using var again = await visitor.Get(address);
                (await Body(again)).ShouldBe(first[(role, address)], $"{role} {address}");
                if (again.IsSuccessStatusCode)
                {
                    again.Headers.Age.ShouldNotBeNull($"{role} {address}: nothing was kept, and then this test shows nothing");
                }
            }
        }

        foreach (var role in Roles)
        {
            await using var cold = Dashboard();
            using var alone = await Visitor.SignedIn(cold, role);
            foreach (var address in Addresses.Where(a => a.StartsWith("/api", StringComparison.Ordinal)))
            {
                using var answer = await alone.Get(address);
                (await Body(answer)).ShouldBe(first[(role, address)], $"{role} {address}: another's question changed the answer");
            }
        }
    }

    private static async Task<string> Body(HttpResponseMessage answer) =>
        System.Text.RegularExpressions.Regex.Replace(
            $"{(int)answer.StatusCode} " + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "\"requestId\":\"[^\"]*\"|0H[0-9A-Z]+(:[0-9A-F]+)?|CfDJ8[-_A-Za-z0-9]+", "~");

    private DashboardFactory Dashboard() => new(city.Folder, false, ("access", "accounts"), ("Access:SignInsPerMinute", "1000"));
}
