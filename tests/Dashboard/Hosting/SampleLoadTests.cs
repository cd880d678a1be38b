using System.Text.Json.Nodes;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class SampleLoadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_folder_is_served_with_the_sample_forms_and_gives_way_to_the_first_real_scores()
    {
        using var folder = new TempFolder();
        await using var factory = new DashboardFactory(folder.Data);
        using var client = factory.Client("en");

        var load = (await client.Rows("loads")).Single();
        load["files"]!.GetValue<int>().ShouldBe(63);
        load["scoresAdded"]!.GetValue<int>().ShouldBe(2596 + 6490);
        load["rowsRejected"]!.GetValue<int>().ShouldBe(0);
        foreach (var (round, districts) in new[] { ("2023", 12), ("2024", 16), ("2025", 15), ("2026", 16) })
        {
            (await client.Rows("rankings?round=" + round)).Length.ShouldBe(districts);
        }

        Examples.Held("loads", await client.Json("loads"));
        Examples.Held("lineage", await client.Json("lineage?district=110112&indicator=D10&pageSize=2"));
        Directory.Exists(folder.Data.Snapshots).ShouldBeFalse("sample and real scores never share a store");

        using (var store = WorkingStore.Open(folder.Data, TimeProvider.System))
        {
            StoreSeed.Scores(store, new SeedScore("2026", "110101", "F1", "expert", "", 5m));
            Publisher.Publish(store).Published.ShouldBeTrue();
        }

        // The dashboard looks a few times a second; no answer afterwards may still be of the sample.
        await Task.Delay(1000, Cancel);
        foreach (var address in ApiClient.Routes.Where(a => a.StartsWith('r')))
        {
            (await client.Json(address))["sample"]!.GetValue<bool>().ShouldBeFalse(address);
        }

        (await client.Rows("rankings")).Length.ShouldBe(1);
        (await client.Rows("snapshots")).ShouldAllBe(s => !s["sample"]!.GetValue<bool>());
        JsonNode.Parse(await client.GetStringAsync("/health", Cancel))!["sample"]!.GetValue<bool>().ShouldBeFalse();
    }
}
