using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Serves the current snapshot of a data folder, and earlier ones by id. A new one is noticed and taken over without a pause:
/// leases already held go on with the one they have.</summary>
public sealed class SnapshotStore : IDisposable
{
    private const int PinnedOpen = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly DataFolder folder;
    private readonly TimeProvider time;
    private readonly bool withSample;
    private readonly LinkedList<OpenSnapshot> pinned = new();
    private readonly OpenViews views;
    private OpenSnapshot? current;
    private (DateTime Written, long Length)? seenReal;
    private (DateTime Written, long Length)? seenSample;
    private long lookedAt;
    private bool disposed;

    /// <param name="withSample">Whether the sample is served while nothing real has been published.</param>
    public SnapshotStore(DataFolder folder, TimeProvider time, bool withSample = true)
    {
        this.folder = folder;
        this.time = time;
        this.withSample = withSample;
        views = new(new ViewerFiles(folder));
        Refresh();
    }

    /// <returns>Null while nothing has been published.</returns>
    public SnapshotReader? Lease(Viewer viewer) => For(viewer, Hold());

    /// <summary>A lease on one published snapshot, current or not.</summary>
    /// <returns>Null when there is none of that id among those that are served.</returns>
    public SnapshotReader? Lease(Viewer viewer, string id) => For(viewer, Hold(id));

    /// <summary>Gives the viewer what the viewer may see of a snapshot that is held.</summary>
    private SnapshotReader? For(Viewer viewer, OpenSnapshot? held)
    {
        if (held is null || viewer == Viewer.All)
            return held is null ? null : new(held);
        try
        {
            return new(views.Hold(viewer, held));
        }
        finally
        {
            held.Release();
        }
    }

    private OpenSnapshot? Hold()
    {
        LookNowAndThen();
        while (Volatile.Read(ref current) is { } snapshot)
            if (snapshot.TryHold())
                return snapshot;
        return null;
    }

    private OpenSnapshot? Hold(string id)
    {
        LookNowAndThen();
        if (Volatile.Read(ref current) is { } snapshot && snapshot.Info.Id == id && snapshot.TryHold())
            return snapshot;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var open = pinned.FirstOrDefault(p => p.Info.Id == id);
            if (open is null)
            {
                if (SnapshotFiles.Find(Serving(), id) is not { } info || TryOpen(info, Serving()) is not { } opened)
                    return null;
                open = opened;
            }
            else
                pinned.Remove(open);
            pinned.AddFirst(open);
            open.TryHold();
            if (pinned.Count > PinnedOpen)
            {
                pinned.Last!.Value.Release();
                pinned.RemoveLast();
            }
            return open;
        }
    }

    /// <summary>The snapshot served now; null while there is none.</summary>
    public SnapshotInfo? Current
    {
        get
        {
            LookNowAndThen();
            return Volatile.Read(ref current)?.Info;
        }
    }

    /// <summary>The snapshots that can be leased, newest first: of the sample only while nothing real has been published.</summary>
    public IReadOnlyList<SnapshotInfo> List() => SnapshotFiles.List(Serving());

    /// <summary>The folder whose snapshots are served: the data folder, or its sample while that has published nothing.</summary>
    public DataFolder Serving() => withSample && !File.Exists(folder.Current) ? folder.Sample : folder;

    /// <summary>Looks at once whether another snapshot has become the current one.</summary>
    public void Refresh()
    {
        lock (gate)
            Look();
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            Interlocked.Exchange(ref current, null)?.Release();
            LetGoOfPinned();
            views.Dispose();
        }
    }

    private void LookNowAndThen()
    {
        if (Volatile.Read(ref current) is null)
        {
            Refresh();
            return;
        }
        if (time.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookEvery || !gate.TryEnter())
            return;
        // One reader looks; the others go on with what they have rather than wait for a file to be opened.
        try
        {
            Look();
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Called with the gate held.</summary>
    private void Look()
    {
        if (disposed)
            return;
        Volatile.Write(ref lookedAt, time.GetTimestamp());
        var real = Stamp(folder.Current);
        var sample = withSample ? Stamp(folder.Sample.Current) : null;
        if (current is not null && real == seenReal && sample == seenSample)
            return;
        var serving = Serving();
        CurrentFile? file;
        try
        {
            file = CurrentFile.Read(serving);
        }
        catch (System.Text.Json.JsonException e) when (current is not null)
        {
            Log.Error(e, "{File} cannot be read; snapshot {Snapshot} goes on being served", serving.Current, current.Info.Id);
            (seenReal, seenSample) = (real, sample);
            return;
        }
        if (file is null)
            return;
        if (current?.Info.Id != file.Snapshot.Id)
        {
            if (TryOpen(file.Snapshot, serving) is not { } next)
                return;
            if (current?.Info.Sample != next.Info.Sample)
                LetGoOfPinned();
            Interlocked.Exchange(ref current, next)?.Release();
            Log.Information("Serving snapshot {Snapshot} of {Folder}", next.Info.Id, serving.Root);
        }
        (seenReal, seenSample) = (real, sample);
    }

    private void LetGoOfPinned()
    {
        foreach (var snapshot in pinned)
            snapshot.Release();
        pinned.Clear();
    }

    private static OpenSnapshot? TryOpen(SnapshotInfo info, DataFolder of)
    {
        try
        {
            return new(info, of.SnapshotFile(info.Id), Viewer.All);
        }
        catch (Exception e) when (e is DuckDB.NET.Data.DuckDBException or IOException)
        {
            Log.Error(e, "Snapshot {Snapshot} of {Folder} cannot be opened", info.Id, of.Root);
            return null;
        }
    }

    private static (DateTime Written, long Length)? Stamp(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;
}
