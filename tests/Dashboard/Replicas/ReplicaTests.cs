using System.Net;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Replicas;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Scale;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Dashboard.Tests.Replicas;

public sealed class ReplicaTests : IDisposable
{
    private const string Key = "a key of more than twenty characters";

    private readonly TestStore city = new(TestStore.SmallCity);
    private readonly TempFolder place = new();

    public ReplicaTests()
    {
        city.Load("r1 d1 A1 expert 3");
        city.Publish().Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DataFolder Folder => new(Path.Combine(place.Path, "replica"));

    [Fact]
    public async Task A_dashboard_serves_what_another_one_hands_out_for_the_key()
    {
        await using var first = new DashboardFactory(city.Folder, settings: (ReplicaKey.EnvironmentVariable, Key));
        using var client = first.Client();
        (await Replica.FollowAsync(Folder, SnapshotSource.Dashboard(client, client.BaseAddress!, Key), Cancel)).ShouldBe(ReplicaStep.Taken);
        (await Replica.FollowAsync(Folder, SnapshotSource.Dashboard(client, client.BaseAddress!, Key), Cancel)).ShouldBe(ReplicaStep.Same);

        await using var second = new DashboardFactory(Folder, sample: false);
        using var reader = second.Client();
        (await reader.Json("results"))["rows"]!.ToJsonString().ShouldBe((await client.Json("results"))["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task A_dashboard_follows_a_folder_from_its_start()
    {
        await using var replica = new DashboardFactory(Folder, settings: ("replica-of", city.Folder.Root));
        using var client = replica.Client();
        (await client.Json("results"))["snapshot"]!.GetValue<string>().ShouldBe(CurrentFile.Read(city.Folder)!.Snapshot.Id);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_handed_out()
    {
        await using var guarded = new DashboardFactory(city.Folder, settings: (ReplicaKey.EnvironmentVariable, Key));
        using var client = guarded.Client();
        var id = CurrentFile.Read(city.Folder)!.Snapshot.Id;
        foreach (var path in new[] { "/replica/current.json", $"/replica/wh-{id}.duckdb" })
        {
            (await client.GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            using var wrong = new HttpRequestMessage(HttpMethod.Get, path);
            wrong.Headers.Authorization = new("Bearer", Key + "x");
            (await client.SendAsync(wrong, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        await Should.ThrowAsync<HttpRequestException>(() => Replica.FollowAsync(Folder, SnapshotSource.Dashboard(client, client.BaseAddress!, "other"), Cancel));

        await using var open = new DashboardFactory(city.Folder);
        using var stranger = open.Client();
        (await stranger.GetAsync("/replica/current.json", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("too short", null, "LEARNINGCITY_REPLICA_KEY")]
    [InlineData(null, "https://city.example", "LEARNINGCITY_REPLICA_KEY")]
    [InlineData(Key, "http://city.example", "https")]
    public void A_key_or_an_address_that_will_not_do_is_refused(string? key, string? source, string named)
    {
        var stop = Refuse(key, source).ShouldNotBeNull();
        stop.ExitCode.ShouldBe(2);
        stop.Zh.ShouldContain(named);
        stop.En.ShouldContain(named);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "/srv/city")]
    [InlineData(Key, "https://city.example")]
    [InlineData(Key, "http://127.0.0.1:5080")]
    public void Any_other_will_do(string? key, string? source) => Refuse(key, source).ShouldBeNull();

    public void Dispose()
    {
        city.Dispose();
        place.Dispose();
    }

    private static Stop? Refuse(string? key, string? source) => ReplicaKey.Refuse(
        new ConfigurationBuilder().AddInMemoryCollection([new(ReplicaKey.EnvironmentVariable, key)]).Build(),
        StartOptions.Parse(source is null ? [] : ["--replica-of", source]).Start);
}
