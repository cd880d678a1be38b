using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Tests.Access;

public sealed class BackupTests
{
    /// <summary>As the README says: everything but logs, exports and what can be made again.</summary>
    [Fact]
    public async Task A_restored_backup_serves_the_same_snapshot_to_the_same_accounts_under_the_same_pseudonyms()
    {
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert:E01 2\nr1 d1 A2 expert:E01 3\nr1 d1 B1 expert:E01 4\nr1 d2 A1 expert:E01 1");
        city.Publish().Dispose();
        string name, panel, results;
        await using (var factory = new DashboardFactory(city.Folder, false, ("access", "accounts")))
        {
            name = await Visitor.Account(factory, "researcher");
            using var visitor = await Visitor.SignedIn(factory, "researcher", name);
            panel = await visitor.Read("/api/v1/panel?round=r1");
            results = await visitor.Read("/api/v1/results?round=r1");
        }

        using var restored = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(city.Folder.Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(city.Folder.Root, f))
            .Where(f => !f.StartsWith("logs", StringComparison.Ordinal) && !(f.StartsWith("sql", StringComparison.Ordinal) && f.EndsWith(".duckdb", StringComparison.Ordinal)) && Path.GetFileName(f) != "warehouse.lock"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(restored.File(file))!);
            File.Copy(Path.Combine(city.Folder.Root, file), restored.File(file));
        }

        await using var again = new DashboardFactory(new DataFolder(restored.Path), false, ("access", "accounts"));
        using var back = await Visitor.SignedIn(again, "researcher", name);
        (await back.Read("/api/v1/results?round=r1")).ShouldBe(results);
        (await back.Read("/api/v1/panel?round=r1")).ShouldBe(panel);
        AuditTrail.Verify(new DataFolder(restored.Path)).Whole.ShouldBeTrue();
    }
}
