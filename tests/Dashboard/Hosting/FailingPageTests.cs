using System.Net;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class FailingPageTests
{
    [Fact]
    public async Task A_page_that_fails_is_answered_with_a_page_that_says_so_and_a_program_with_a_problem()
    {
        using var store = new TestStore(TestStore.SmallCity);
        store.Load("r1 d1 A1 expert 2");
        var snapshot = Publisher.Publish(store.Store).Snapshot!;
        TakeAway(store.Folder.SnapshotFile(snapshot.Id), "rpt_ranking");
        await using var factory = new DashboardFactory(store.Folder, sample: false);
        using var client = factory.Client();

        foreach (var (language, said) in new[] { ("zh", "请重新发布"), ("en", "publish again") })
        {
            var page = await client.Page("/rankings", language, HttpStatusCode.ServiceUnavailable);
            page.QuerySelectorAll("h1").Length.ShouldBe(1);
            page.QuerySelector("main")!.Said().ShouldContain(said);
            page.QuerySelector("main")!.Said().ShouldNotContain("rpt_ranking");
        }

        using var response = await client.GetAsync("/api/v1/rankings?lang=en", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("publish again");
    }

    private static void TakeAway(string path, string table)
    {
        var whole = path + ".whole";
        File.Move(path, whole);
        using (var connection = new DuckDBConnection($"Data Source={path}"))
        {
            connection.Open();
            connection.Execute($"attach '{whole}' as whole (read_only); copy from database whole to {Path.GetFileNameWithoutExtension(path).Replace("wh-", "\"wh-", StringComparison.Ordinal)}\"");
            connection.Execute($"drop table {table}");
        }

        File.Delete(whole);
    }
}
