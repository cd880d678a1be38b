using LearningCity.Etl.Loading;
using LearningCity.Etl.Tests.Commands;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>A load killed at any moment leaves a snapshot that serves, and the next run brings everything in once.</summary>
public sealed class KillTests : IDisposable
{
    private const string Before = "2024 110112 F1 self - 5.00";
    private static readonly string[] After = ["2024 110108 F2 expert E01 4.00", "2024 110112 F1 self - 5.50", "2024 110112 F2 self - 4.00"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_each_step_leaves_on_disk_loses_nothing_doubles_nothing_and_blocks_nothing()
    {
        var inbox = Inbox();
        var data = Prepared();
        var moments = new DiskMoments(data, folder.File("moments"));
        Loader.Load(data, new LoadRequest([inbox]), moments).ExitCode.ShouldBe(0);

        moments.Steps.Count.ShouldBeGreaterThanOrEqualTo(20);
        moments.All.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var (step, left) in moments.All)
            Holds(new DataFolder(left), inbox, step);
    }

    [Fact]
    public void Killed_by_a_signal_it_leaves_no_lock_either()
    {
        const string at = "Commit";
        var inbox = Inbox();
        var data = Prepared();

        KilledLoad.Run(data.Root, inbox, at).ShouldBeTrue(at);

        Holds(data, inbox, at);
    }

    [Fact]
    public void Killed_200_times_at_random_moments_it_loses_nothing_doubles_nothing_and_blocks_nothing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LEARNINGCITY_LONG_TESTS") == "1", "Kills the loader 200 times; set LEARNINGCITY_LONG_TESTS=1 to run it.");
        var inbox = Inbox();
        foreach (var form in CaseFiles.In("layouts").Take(12))
            File.Copy(form, Path.Combine(inbox, "2024-通州区-" + Path.GetFileName(form)), overwrite: true);
        var template = Prepared();
        var longest = System.Diagnostics.Stopwatch.StartNew();
        EtlProcess.Run("load", inbox, "--data", Copied(template, "whole").Root).ExitCode.ShouldBeInRange(0, 1);
        var most = (int)longest.ElapsedMilliseconds;
        var random = new Random(20241101);
        for (var n = 0; n < 200; n++)
        {
            var data = Copied(template, $"random-{n}");
            using (var process = EtlProcess.Start("load", inbox, "--data", data.Root))
            {
                Thread.Sleep(random.Next(most));
                process.Kill();
                process.WaitForExit();
            }
            ServesSomethingWhole(data, $"kill {n}");
            var next = Loader.Load(data, new LoadRequest([inbox]));
            next.FailedChecks.ShouldBeEmpty($"kill {n}");
            Doubled(data).ShouldBe(0, $"kill {n}");
            Directory.Delete(data.Root, recursive: true);
        }
    }

    private static void Holds(DataFolder data, string inbox, string when)
    {
        ServesSomethingWhole(data, when);

        var next = Loader.Load(data, new LoadRequest([inbox]));

        next.ExitCode.ShouldBe(0, when);
        next.Counts.RowsRejected.ShouldBe(0, when);
        Served(data).ShouldBe(After, when);
        Doubled(data).ShouldBe(0, when);
        Directory.EnumerateFiles(data.Snapshots, "*.tmp*").ShouldBeEmpty(when);
        using var store = WorkingStore.Open(data, TimeProvider.System);
        store.PublishPending.ShouldBeFalse(when);
        Dapper.SqlMapper.QuerySingle<long>(store.Connection, "select count(*) from hst_score").ShouldBe(1, when);
    }

    private static void ServesSomethingWhole(DataFolder data, string when)
    {
        var served = Served(data);
        if (served.Count == 1)
            served.ShouldBe([Before], when);
        else
            served.Count.ShouldBeGreaterThanOrEqualTo(After.Length, when);
    }

    private static IReadOnlyList<string> Served(DataFolder data)
    {
        using var snapshots = new SnapshotStore(data, TimeProvider.System);
        using var lease = snapshots.Lease().ShouldNotBeNull();
        return lease.Query<string>("""
            select concat_ws(' ', round, district, indicator, rater, case when expert = '' then '-' else expert end, points) from fct_score order by all
            """);
    }

    private static long Doubled(DataFolder data)
    {
        using var store = WorkingStore.Open(data, TimeProvider.System);
        return Dapper.SqlMapper.QuerySingle<long>(store.Connection, "select count(*) - count(distinct (round, district, indicator, rater, expert)) from fct_score");
    }

    private DataFolder Prepared()
    {
        var data = new DataFolder(folder.File("template"));
        var first = folder.File("first.csv");
        File.WriteAllText(first, "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n");
        Loader.Load(data, new LoadRequest([first])).ExitCode.ShouldBe(0);
        return data;
    }

    private string Inbox()
    {
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        File.WriteAllText(Path.Combine(inbox, "a.csv"), "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5.5\n2024,通州区,F2,self,,4\n");
        File.WriteAllText(Path.Combine(inbox, "b.csv"), "评估轮次,区,指标,专家,得分\n2024,海淀区,F2,E01,4\n");
        return inbox;
    }

    private DataFolder Copied(DataFolder template, string name)
    {
        var data = new DataFolder(folder.File(name));
        DiskMoments.Copy(template.Root, data.Root);
        return data;
    }
}
