using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Snapshots;

public sealed class OpenViewsTests
{
    /// <summary>More than stay open, all at once: some are let go of while their file is still being written.</summary>
    private const int Viewers = 40;

    [Fact]
    public async Task Whoever_is_let_go_of_while_the_file_is_being_written_leaves_none_open()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self/fd"), "open files can be listed on Linux only");
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert 2\nr1 d2 A1 expert 3");
        city.Publish().Dispose();
        var files = new ViewerFiles(city.Folder).Folder;
        using var ready = new Barrier(Viewers);
        await Task.WhenAll(Enumerable.Range(0, Viewers).Select(n => Task.Factory.StartNew(
            () =>
            {
                ready.SignalAndWait();
                using var reader = city.Snapshots!.Lease(Viewer.OfDistrict($"x{n}", OthersPolicy.Own))!;
                reader.Query<int>("select count(*)::integer from rpt_ranking").ShouldBe([0]);
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Open(files).ShouldNotBeEmpty("some stay open for the next who ask");
        city.Snapshots!.Dispose();
        Open(files).ShouldBeEmpty();
    }

    private static List<string> Open(string folder) =>
        [.. new DirectoryInfo("/proc/self/fd").EnumerateFiles().Select(f => f.LinkTarget).OfType<string>().Where(t => t.StartsWith(folder, StringComparison.Ordinal))];
}
