using Dapper;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Snapshots;

public sealed class PublisherTests
{
    [Fact]
    public void A_snapshot_is_one_read_only_file_named_by_time_and_content()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var info = Publisher.Publish(test.Store).Snapshot.ShouldNotBeNull();
        var path = test.Folder.SnapshotFile(info.Id);
        info.Id.ShouldMatch("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$");
        info.Id.ShouldEndWith(info.Sha256[..8]);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))).ShouldBe(info.Sha256);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Exists(path + ".wal").ShouldBeFalse();
        info.Rounds.ShouldBe(["r1"]);
        info.Rows["fct_score"].ShouldBe(1);
        info.Load.ShouldBe(1);
    }

    [Fact]
    public void A_failed_check_publishes_nothing_and_shows_the_rows()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var good = Publisher.Publish(test.Store).Snapshot!;
        test.Load("r1 d1 A1 expert 4.01");
        var result = Publisher.Publish(test.Store);
        result.Published.ShouldBeFalse();
        var failed = result.Failed.Single();
        failed.Name.ShouldBe("points_in_range");
        failed.Examples.Single().ShouldContain("4.01");
        CurrentFile.Read(test.Folder)!.Snapshot.Id.ShouldBe(good.Id);
        test.Store.PublishPending.ShouldBeTrue();
        // Mended, it goes out.
        test.Load("r1 d1 A1 expert 4");
        Publisher.Publish(test.Store).Published.ShouldBeTrue();
    }

    [Fact]
    public void Only_changed_rounds_are_rebuilt()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load(RankingTests.All("r1", ("d1", 1, 1, 1)));
        test.Load(RankingTests.All("r2", ("d1", 2, 2, 2)));
        test.Load(RankingTests.All("r3", ("d1", 3, 3, 3)));
        Publisher.Publish(test.Store).Rounds.ShouldBe(["r1", "r2", "r3"]);
        // A mark in the mart survives where nothing is rebuilt.
        test.Store.Connection.Execute("update rpt_indicator_result set experts = 77");
        test.Load("r2 d1 A1 expert 4");
        var result = Publisher.Publish(test.Store);
        result.Rounds.ShouldBe(["r2"]);
        test.Store.Connection.Query<string>("select distinct round from rpt_indicator_result where experts = 77 order by round").ShouldBe(["r1", "r3"]);
        using var s = test.Publish();
        // The later round looks back at the corrected one.
        Rankings.Ask(s, "r3").Rows.Single().PreviousPoints.ShouldBe(8m);
        Publisher.Publish(test.Store).Rounds.ShouldBeEmpty();
    }

    [Fact]
    public void A_round_whose_scores_were_all_taken_away_leaves_the_marts()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1\nr2 d1 A1 expert 1");
        test.Publish().Dispose();
        test.Load("r2 d1 A1 expert -");
        using var s = test.Publish();
        s.Info.Rounds.ShouldBe(["r1"]);
        Rankings.Ask(s, "r2").Rows.ShouldBeEmpty();
        Trends.Ask(s, "d1", "A1").Rows.Select(r => r.Round).ShouldBe(["r1"]);
    }

    [Fact]
    public void A_change_of_the_catalog_rebuilds_everything()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1\nr2 d1 A1 expert 1");
        test.Publish().Dispose();
        test.Store.ReplaceCatalog(TestStore.SmallCity with { Districts = [.. TestStore.SmallCity.Districts, TestStore.District("d6", "east")] });
        test.Store.PublishPending.ShouldBeTrue();
        Publisher.Publish(test.Store).Rounds.ShouldBe(["r1", "r2"]);
    }

    [Fact]
    public void Ten_snapshots_are_kept_and_the_current_one_always()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var first = Publisher.Publish(test.Store).Snapshot!;
        for (var n = 1; n <= Publisher.Kept; n++)
        {
            var copy = first with { Id = $"{first.Id}-{n}", PublishedAt = first.PublishedAt.AddSeconds(-n) };
            File.Copy(test.Folder.SnapshotFile(first.Id), test.Folder.SnapshotFile(copy.Id));
            CurrentFile.WriteInfo(SnapshotFiles.InfoFile(test.Folder, copy.Id), copy);
        }
        test.Load("r1 d1 A1 expert 2");
        Publisher.Publish(test.Store);
        SnapshotFiles.List(test.Folder).Count.ShouldBe(Publisher.Kept);
        SnapshotFiles.List(test.Folder).ShouldNotContain(i => i.Id.EndsWith($"-{Publisher.Kept}", StringComparison.Ordinal), "the oldest goes first");
        Publisher.Rollback(test.Store, first.Id);
        SnapshotFiles.Prune(test.Folder, 3);
        var left = SnapshotFiles.List(test.Folder);
        left.Count.ShouldBe(3);
        left.ShouldContain(i => i.Id == first.Id);
    }

    [Fact]
    public void What_a_killed_writer_left_is_cleaned_up_by_the_next()
    {
        using var test = new TestStore(TestStore.SmallCity);
        foreach (var name in new[] { "wh-20200101T000000Z.duckdb.tmp", "wh-20200101T000000Z.duckdb.tmp.wal", "current.json.tmp", "wh-20200101T000000Z-00000000.json" })
            File.WriteAllText(Path.Combine(test.Folder.Snapshots, name), "half");
        test.Load("r1 d1 A1 expert 1");
        var id = Publisher.Publish(test.Store).Snapshot!.Id;
        Directory.EnumerateFiles(test.Folder.Snapshots).Select(Path.GetFileName).ShouldBe(
            ["current.json", $"wh-{id}.duckdb", $"wh-{id}.json"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(PublishStep.Build)]
    [InlineData(PublishStep.Commit)]
    [InlineData(PublishStep.Write)]
    [InlineData(PublishStep.Compare)]
    [InlineData(PublishStep.Seal)]
    [InlineData(PublishStep.Rename)]
    [InlineData(PublishStep.Switch)]
    public void Stopped_at_any_step_the_last_snapshot_is_served_and_the_next_publication_succeeds(PublishStep at)
    {
        using var folder = new TempFolder();
        string before;
        StoreTemplate.Put(folder.Data);
        using (var store = WorkingStore.Open(folder.Data, TimeProvider.System))
        {
            StoreSeed.Scores(store, new SeedScore("2023", "110101", "F1", "expert", "", 1));
            before = Publisher.Publish(store).Snapshot!.Id;
            StoreSeed.Scores(store, new SeedScore("2023", "110101", "F1", "expert", "", 2));
            Should.Throw<OperationCanceledException>(() => Publisher.Publish(store, step =>
            {
                if (step == at)
                    throw new OperationCanceledException();
            }));
        }
        using var snapshots = new SnapshotStore(folder.Data, TimeProvider.System);
        snapshots.Current!.Id.ShouldBe(before);
        using (var store = WorkingStore.Open(folder.Data, TimeProvider.System))
        {
            store.PublishPending.ShouldBeTrue();
            Publisher.Publish(store).Published.ShouldBeTrue();
        }
        snapshots.Refresh();
        using var s = snapshots.Lease(Viewer.All)!;
        IndicatorResults.Ask(s, "2023", "110101", "F1").Rows.Single().ExpertPoints.ShouldBe(2m);
    }

    [Fact]
    public void Scores_that_moved_without_a_load_are_not_published()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        test.Publish().Dispose();
        test.Store.Connection.Execute("update fct_score set points = 3");
        Publisher.Publish(test.Store).Failed.Select(f => f.Name).ShouldBe(["totals_unmoved_without_load"]);
    }

    [Fact]
    public void A_snapshot_that_differs_from_its_store_is_not_published_and_leaves_nothing()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var good = Publisher.Publish(test.Store).Snapshot!;
        test.Load("r1 d1 A1 expert 2");

        var result = Publisher.Publish(test.Store, step =>
        {
            // As if the disk had not kept what was written.
            if (step == PublishStep.Compare)
                test.Store.Connection.Execute("update snapshot_file.fct_score set points = 3");
        });

        result.Published.ShouldBeFalse();
        result.Failed.Single().ShouldSatisfyAllConditions(
            f => f.Name.ShouldBe("snapshot_equals_store"), f => f.RowsFailed.ShouldBe(1), f => f.Examples.ShouldBe(["""{"table":"fct_score"}"""]));
        CurrentFile.Read(test.Folder)!.Snapshot.Id.ShouldBe(good.Id);
        Directory.EnumerateFiles(test.Folder.Snapshots).Select(Path.GetFileName).ShouldNotContain(name => name!.Contains(".tmp", StringComparison.Ordinal));
        Publisher.Publish(test.Store).Published.ShouldBeTrue();
    }

    [Fact]
    public void Checks_are_kept_with_the_snapshot_warnings_too()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        using var s = test.Publish();
        var checks = SnapshotChecks.Ask(s).Rows;
        checks[0].ShouldSatisfyAllConditions(
            c => c.CheckName.ShouldBe("round_complete"), c => c.Severity.ShouldBe("warn"), c => c.RowsFailed.ShouldBe(1), c => c.Examples.ShouldNotBeNull().ShouldContain("d1"));
        checks.ShouldContain(c => c.CheckName == "snapshot_equals_store" && c.RowsFailed == 0);
        s.Info.ChecksWarned.ShouldBe(1);
    }
}
