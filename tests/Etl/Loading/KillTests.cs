using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Templates;
using LearningCity.Etl.Tests.Commands;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
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
        AddForms(inbox);
        var template = Prepared();
        var whole = Copied(template, "whole");
        var longest = System.Diagnostics.Stopwatch.StartNew();
        EtlProcess.Run("load", inbox, "--data", whole.Root).ExitCode.ShouldBe(0);
        var most = (int)longest.ElapsedMilliseconds;
        var after = Served(whole);
        after.Count.ShouldBe(After.Length + 2 * 16 * 22 * 2);
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
            var served = Served(data);
            served.ShouldBe(served.Count == 1 ? [Before] : after, $"kill {n}");
            var next = Loader.Load(data, new LoadRequest([inbox]));
            next.ExitCode.ShouldBe(0, $"kill {n}");
            Served(data).ShouldBe(after, $"kill {n}");
            HoldsNothingTwice(data, $"kill {n}");
            Directory.Delete(data.Root, recursive: true);
        }
    }

    private static void Holds(DataFolder data, string inbox, string when)
    {
        var served = Served(data);
        served.ShouldBe(served.Count == 1 ? [Before] : After, when);

        var next = Loader.Load(data, new LoadRequest([inbox]));

        next.ExitCode.ShouldBe(0, when);
        next.Counts.RowsRejected.ShouldBe(0, when);
        Served(data).ShouldBe(After, when);
        Directory.EnumerateFiles(data.Snapshots, "*.tmp*").ShouldBeEmpty(when);
        HoldsNothingTwice(data, when);
    }

    private static IReadOnlyList<string> Served(DataFolder data)
    {
        using var snapshots = new SnapshotStore(data, TimeProvider.System);
        using var lease = snapshots.Lease(Viewer.All).ShouldNotBeNull();
        return lease.Query<string>("""
            select concat_ws(' ', round, district, indicator, rater, case when expert = '' then '-' else expert end, points) from fct_score order by all
            """);
    }

    /// <summary>One score a cell, the one superseded score once in the history, nothing left to publish.</summary>
    private static void HoldsNothingTwice(DataFolder data, string when)
    {
        using var store = WorkingStore.Open(data, TimeProvider.System);
        store.PublishPending.ShouldBeFalse(when);
        store.Connection.QuerySingle<long>("select count(*) - count(distinct (round, district, indicator, rater, expert)) from fct_score").ShouldBe(0, when);
        store.Connection.QuerySingle<long>("select count(*) from hst_score").ShouldBe(1, when);
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

    /// <summary>Two rounds of sixteen forms: workbooks in one, Word files in the other.</summary>
    private static void AddForms(string inbox)
    {
        var catalog = Cities.BuiltIn;
        foreach (var round in new[] { "2025", "2026" })
            foreach (var district in catalog.Districts)
            {
                var points = catalog.IndicatorsOf("2023").ToDictionary(i => i.Code, i => i.MaxPoints / 2);
                var form = OfficialForm.Of(catalog, catalog.Round(round)!, district).With(points, points);
                using var file = File.Create(Path.Combine(inbox, $"{round}-{district.Code}.{(round == "2025" ? "xlsx" : "docx")}"));
                if (round == "2025")
                    FormXlsx.Write(form, file);
                else
                    FormDocx.Write(form, file);
            }
    }

    private DataFolder Copied(DataFolder template, string name)
    {
        var data = new DataFolder(folder.File(name));
        DiskMoments.Copy(template.Root, data.Root);
        return data;
    }
}
