using System.Net;
using System.Net.Http.Headers;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Api;

public sealed class CachingTests(SampleDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_the_answer_is_told_so_and_gets_no_body()
    {
        using var first = await dashboard.English.GetAsync("/api/v1/rankings", Cancel);
        using var again = await Ask(dashboard.English, "/api/v1/rankings", first.Headers.ETag!);

        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await again.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/rankings?round=2024")]
    [InlineData("/rankings?round=2024")]
    [InlineData("/figures/rank-interval.svg?round=2024")]
    public async Task What_was_asked_before_is_not_made_again(string address)
    {
        using var first = await dashboard.English.GetAsync(address, Cancel);
        using var again = await dashboard.English.GetAsync(address, Cancel);

        // The framework says how old an answer is that it kept.
        again.Headers.Age.ShouldNotBeNull();
        (await again.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Another_address_or_language_is_another_answer()
    {
        var tags = new List<string>();
        foreach (var (client, address) in new[]
        {
            (dashboard.English, "rankings"), (dashboard.Chinese, "rankings"), (dashboard.English, "rankings?round=2023"), (dashboard.English, "rankings.csv"),
        })
        {
            using var response = await client.GetAsync("/api/v1/" + address, Cancel);
            tags.Add(response.Headers.ETag!.Tag);
        }

        tags.ShouldBeUnique();
    }

    [Fact]
    public async Task A_pinned_answer_may_be_kept_for_good()
    {
        var id = SampleWarehouse.Shared.Published.Snapshot!.Id;
        using var response = await dashboard.English.GetAsync($"/api/v1/rankings?snapshot={id}", Cancel);

        response.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, private, immutable");
        response.Headers.GetValues("X-Snapshot").ShouldBe([id]);
    }

    [Fact]
    public async Task A_problem_is_never_kept()
    {
        using var response = await dashboard.English.GetAsync("/api/v1/rankings?round=1999", Cancel);

        response.Headers.ETag.ShouldBeNull();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_publication_the_answer_is_new_and_the_pinned_one_is_as_before()
    {
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert 1");
        string before;
        using (var reader = city.Publish())
        {
            before = reader.Info.Id;
        }

        await using var factory = new DashboardFactory(city.Folder);
        using var client = factory.Client();
        using var first = await client.GetAsync("/api/v1/results", Cancel);
        city.Load("r1 d1 A1 expert 3");
        city.Publish().Dispose();
        factory.Services.GetRequiredService<SnapshotStore>().Refresh();
        using var second = await Ask(client, "/api/v1/results", first.Headers.ETag!);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.Rows("results?district=d1&indicator=A1")).Single()["expertPoints"]!.GetValue<decimal>().ShouldBe(3);
        (await client.Rows($"results?district=d1&indicator=A1&snapshot={before}")).Single()["expertPoints"]!.GetValue<decimal>().ShouldBe(1);
        (await client.Rows("snapshots")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/rankings");
        using var response = await dashboard.English.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag.ShouldNotBeNull();
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string address, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await client.SendAsync(request, Cancel);
    }
}
