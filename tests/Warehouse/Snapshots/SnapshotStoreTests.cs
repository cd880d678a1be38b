using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Tests.Snapshots;

public sealed class SnapshotStoreTests
{
    /// <summary>Snapshots in which F1 and F2 of one district have these points.</summary>
    private static readonly Lazy<IReadOnlyDictionary<decimal, (SnapshotInfo Info, byte[] File)>> Prepared = new(() =>
    {
        using var test = new TestStore();
        return new[] { 1, 1.5m, 2, 2.5m }.ToDictionary(points => points, points =>
        {
            StoreSeed.Scores(test.Store, new("2023", "110101", "F1", "expert", "", points), new("2023", "110101", "F2", "expert", "", points));
            var info = Publisher.Publish(test.Store).Snapshot!;
            return (info, File.ReadAllBytes(test.Folder.SnapshotFile(info.Id)));
        });
    });

    [Fact]
    public void Nothing_published_is_nothing_to_lease()
    {
        using var folder = new TempFolder();
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        snapshots.Lease(Viewer.All).ShouldBeNull();
        snapshots.Current.ShouldBeNull();
        snapshots.List().ShouldBeEmpty();
        snapshots.Lease(Viewer.All, "nothing").ShouldBeNull();
    }

    [Fact]
    public void The_sample_is_served_until_something_real_is_published_and_then_is_gone()
    {
        using var folder = new TempFolder();
        var sample = Publish(folder.Data.Sample, 1, sample: true);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        snapshots.Current!.Id.ShouldBe(sample);
        snapshots.Lease(Viewer.All, sample)!.Dispose();
        var real = Publish(folder.Data, 2);
        snapshots.Refresh();
        snapshots.Current.ShouldNotBeNull().Id.ShouldBe(real);
        snapshots.Current.Sample.ShouldBeFalse();
        snapshots.Lease(Viewer.All, sample).ShouldBeNull();
        snapshots.List().Select(i => i.Id).ShouldBe([real]);
    }

    [Fact]
    public void Without_the_sample_an_empty_folder_stays_empty()
    {
        using var folder = new TempFolder();
        Publish(folder.Data.Sample, 1, sample: true);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System, withSample: false);
        snapshots.Lease(Viewer.All).ShouldBeNull();
    }

    [Fact]
    public void A_current_file_that_cannot_be_read_leaves_the_snapshot_served_that_was()
    {
        using var folder = new TempFolder();
        var first = Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        File.WriteAllText(folder.Data.Current, "{ broken");
        snapshots.Refresh();
        snapshots.Current!.Id.ShouldBe(first);
        File.Delete(folder.Data.Current);
        var second = Publish(folder.Data, 2);
        snapshots.Refresh();
        snapshots.Current.Id.ShouldBe(second);
    }

    [Fact]
    public void A_question_asked_again_with_the_same_values_is_answered_from_memory_and_with_others_anew()
    {
        using var folder = new TempFolder();
        Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        const string sql = "select round from dim_round where round in $rounds order by 1";
        IReadOnlyList<string> Ask(params string[] rounds)
        {
            using var lease = snapshots.Lease(Viewer.All)!;
            return lease.Query<string>(sql, new { rounds });
        }

        Ask("2023", "2024").ShouldBeSameAs(Ask("2023", "2024"));
        Ask("2023", "2025").ShouldBe(["2023", "2025"]);
        Ask("2023", "2024").ShouldBe(["2023", "2024"]);
    }

    [Fact]
    public void A_lease_goes_on_with_its_snapshot_while_a_new_one_is_taken_over()
    {
        using var folder = new TempFolder();
        var first = Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        using var held = snapshots.Lease(Viewer.All)!;
        var second = Publish(folder.Data, 2);
        snapshots.Refresh();
        Points(held).ShouldBe(1m);
        using var next = snapshots.Lease(Viewer.All)!;
        (next.Info.Id, Points(next)).ShouldBe((second, 2m));
        using var pinned = snapshots.Lease(Viewer.All, first)!;
        (pinned.Info.Id, Points(pinned)).ShouldBe((first, 1m));
    }

    [Fact]
    public void A_new_snapshot_is_noticed_without_being_told()
    {
        using var folder = new TempFolder();
        Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        var second = Publish(folder.Data, 2);
        SpinWait.SpinUntil(() => snapshots.Current!.Id == second, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public void A_snapshot_that_is_held_survives_its_deletion()
    {
        using var folder = new TempFolder();
        Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        using var held = snapshots.Lease(Viewer.All)!;
        File.Delete(held.Path);
        Points(held).ShouldBe(1m);
    }

    [Fact]
    public async Task Readers_never_see_two_snapshots_in_one_lease_while_new_ones_are_published()
    {
        using var folder = new TempFolder();
        Publish(folder.Data, 1);
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var read = 0;
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var s = snapshots.Lease(Viewer.All)!;
                var answer = IndicatorResults.Ask(s, "2023", "110101");
                answer.Snapshot.ShouldBe(s.Info.Id);
                // Every score of one snapshot is the same.
                answer.Rows.Where(r => r.ExpertPoints is not null).Select(r => r.ExpertPoints).Distinct().Count().ShouldBe(1);
                Interlocked.Increment(ref read);
            }
        })).ToList();
        for (var n = 3; n <= 5; n++)
        {
            Publish(folder.Data, n * 0.5m);
            snapshots.Refresh();
            // Each is read before the next comes.
            var seen = Volatile.Read(ref read);
            SpinWait.SpinUntil(() => Volatile.Read(ref read) > seen + 8, TimeSpan.FromMinutes(1));
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        read.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_snapshot_that_lacks_a_table_says_so_in_a_sentence()
    {
        using var s = SampleWarehouse.Shared.Lease();
        Should.Throw<OutdatedSnapshotException>(() => s.Query<int>("select a from rpt_of_a_later_version")).Message.ShouldContain(s.Info.Id);
        s.Query<int>("select 1").ShouldBe([1]);
    }

    /// <summary>Puts a snapshot, published before for all of these tests, where a publication would.</summary>
    private static string Publish(DataFolder folder, decimal points, bool sample = false)
    {
        var (info, file) = Prepared.Value[points];
        info = info with { Sample = sample };
        Directory.CreateDirectory(folder.Snapshots);
        File.WriteAllBytes(folder.SnapshotFile(info.Id), file);
        CurrentFile.WriteInfo(SnapshotFiles.InfoFile(folder, info.Id), info);
        CurrentFile.Write(folder, new(info, "store"));
        return info.Id;
    }

    private static decimal? Points(SnapshotReader s) => IndicatorResults.Ask(s, "2023", "110101", "F1").Rows.Single().ExpertPoints;
}
