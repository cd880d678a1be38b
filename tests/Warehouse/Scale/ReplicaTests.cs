using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Scale;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Tests.Scale;

public sealed class ReplicaTests : IDisposable
{
    private readonly TestStore city = new(TestStore.SmallCity);
    private readonly TempFolder place = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DataFolder Folder => new(Path.Combine(place.Path, "replica"));

    private SnapshotSource Source => SnapshotSource.Folder(city.Folder);

    [Fact]
    public async Task A_replica_serves_what_is_published_elsewhere_and_follows_it()
    {
        (await Replica.FollowAsync(Folder, Source, Cancel)).ShouldBe(ReplicaStep.Nothing);
        var first = Publish(1);
        (await Replica.FollowAsync(Folder, Source, Cancel)).ShouldBe(ReplicaStep.Taken);
        (await Replica.FollowAsync(Folder, Source, Cancel)).ShouldBe(ReplicaStep.Same);
        using var served = new SnapshotStore(Folder, TimeProvider.System, withSample: false);
        served.Current.ShouldNotBeNull().Id.ShouldBe(first);
        Points(served).ShouldBe([1m]);

        var second = Publish(2);
        (await Replica.FollowAsync(Folder, Source, Cancel)).ShouldBe(ReplicaStep.Taken);
        served.Refresh();
        served.Current.ShouldNotBeNull().Id.ShouldBe(second);
        Points(served).ShouldBe([2m]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Folder.SnapshotFile(second)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Publisher.Rollback(city.Store, first);
        (await Replica.FollowAsync(Folder, Source with { Open = (_, _) => throw new IOException("it is here already") }, Cancel)).ShouldBe(ReplicaStep.Taken);
        CurrentFile.Read(Folder)!.Snapshot.Id.ShouldBe(first);
    }

    [Fact]
    public async Task Other_bytes_than_were_published_are_not_taken()
    {
        var first = Publish(1);
        await Replica.FollowAsync(Folder, Source, Cancel);
        var second = Publish(2);
        var bytes = File.ReadAllBytes(city.Folder.SnapshotFile(second));
        bytes[^1] ^= 1;
        var wrong = await Should.ThrowAsync<InvalidDataException>(() => Replica.FollowAsync(Folder, Source with { Open = (_, _) => Task.FromResult<Stream>(new MemoryStream(bytes)) }, Cancel));
        wrong.Message.ShouldContain(second);
        Holds(first);
    }

    [Fact]
    public async Task Cut_off_while_it_fetches_a_replica_serves_the_old_snapshot_and_takes_the_new_one_the_next_time()
    {
        var first = Publish(1);
        await Replica.FollowAsync(Folder, Source, Cancel);
        var second = Publish(2);
        await Should.ThrowAsync<IOException>(() => Replica.FollowAsync(
            Folder, Source with { Open = (id, _) => Task.FromResult<Stream>(new BreakingStream(File.OpenRead(city.Folder.SnapshotFile(id)))) }, Cancel));
        Holds(first);
        // What a killed process would have left.
        File.WriteAllText(Folder.SnapshotFile(second) + ".tmp", "half");
        (await Replica.FollowAsync(Folder, Source, Cancel)).ShouldBe(ReplicaStep.Taken);
        Directory.GetFiles(Folder.Snapshots, "*.tmp").ShouldBeEmpty();
        CurrentFile.Read(Folder)!.Snapshot.Id.ShouldBe(second);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("20260101T000000Z-zzzzzzzz")]
    [InlineData("20260101T000000Z-00000000")]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        Publish(1);
        var info = (await Source.Current(Cancel))! with { Id = id };
        await Should.ThrowAsync<InvalidDataException>(() => Replica.FollowAsync(Folder, Source with { Current = _ => Task.FromResult<SnapshotInfo?>(info) }, Cancel));
        Directory.Exists(Folder.Snapshots).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_with_scores_of_its_own_is_no_replica()
    {
        WorkingStore.Open(Folder, TimeProvider.System).Dispose();
        Publish(1);
        (await Should.ThrowAsync<InvalidDataException>(() => Replica.FollowAsync(Folder, Source, Cancel))).Message.ShouldContain(Folder.Root);
    }

    public void Dispose()
    {
        city.Dispose();
        place.Dispose();
    }

    private static decimal[] Points(SnapshotStore served)
    {
        using var reader = served.Lease(Viewer.All)!;
        return [.. IndicatorResults.Ask(reader, "r1").Rows.Where(r => r.ExpertPoints is not null).Select(r => r.ExpertPoints!.Value)];
    }

    private void Holds(string id)
    {
        CurrentFile.Read(Folder)!.Snapshot.Id.ShouldBe(id);
        Directory.GetFiles(Folder.Snapshots).Select(Path.GetFileName).ShouldBe(["current.json", $"wh-{id}.duckdb", $"wh-{id}.json"], ignoreOrder: true);
    }

    private string Publish(int points)
    {
        city.Load($"r1 d1 A1 expert {points}");
        using var reader = city.Publish();
        return reader.Info.Id;
    }

    /// <summary>Breaks off after the first piece.</summary>
    private sealed class BreakingStream(Stream inner) : MemoryStream
    {
        private bool broken;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (broken)
                throw new IOException("the line went dead");
            broken = true;
            return inner.ReadAsync(buffer[..1000], cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
