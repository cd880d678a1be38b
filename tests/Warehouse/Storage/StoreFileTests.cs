using System.Diagnostics;
using Dapper;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Storage;

public sealed class StoreFileTests
{
    [Fact]
    public void A_snapshot_carries_no_space_along_that_has_become_free()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        Fill(test, 400_000);
        var full = Publish(test);
        test.Store.Connection.Execute("delete from log_rejected_row");
        test.Load("r1 d1 A1 expert 2");
        var emptied = Publish(test);
        new FileInfo(test.Folder.Store).Length.ShouldBeGreaterThan(full / 2);
        emptied.ShouldBeLessThan(full / 2);
    }

    [Fact]
    public void Publishing_lets_no_other_program_into_the_store()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads the locks of the system as Linux shows them.");
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var file = INode(test.Folder.Store);
        Locks(file).ShouldNotBeEmpty();
        Publish(test);
        Locks(file).ShouldNotBeEmpty();
        test.Store.Dispose();
        Locks(file).ShouldBeEmpty();
    }

    private static void Fill(TestStore test, int rows) => test.Store.Connection.Execute(
        "insert into log_rejected_row by name select 1 as load, '' as source_file, '' as file_name, md5(i::varchar) as value, '' as rule, 'warn' as severity, '' as message_zh, '' as message_en from range($rows) r(i)",
        new { rows });

    private static long Publish(TestStore test)
    {
        var info = Publisher.Publish(test.Store).Snapshot.ShouldNotBeNull();
        return new FileInfo(test.Folder.SnapshotFile(info.Id)).Length;
    }

    private static string INode(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }

    private static string[] Locks(string inode) =>
        [.. File.ReadLines("/proc/locks").Where(line => line.Contains($":{inode} ", StringComparison.Ordinal) && line.Contains("POSIX", StringComparison.Ordinal))];
}
