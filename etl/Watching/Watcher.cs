using LearningCity.Etl.Loading;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Serilog;

namespace LearningCity.Etl.Watching;

/// <summary>One load of what had arrived.</summary>
/// <param name="Load">What the loader did; null when the store was in use and nothing was tried.</param>
/// <param name="Arriving">Files that are still being written.</param>
public sealed record WatchPass(IReadOnlyList<WatchedFile> Files, LoadResult? Load, int Arriving)
{
    /// <summary>True when another writer has the store; the files wait.</summary>
    public bool StoreInUse { get; init; }

    /// <summary>Why the cluster that keeps the scores could not be used; the files wait.</summary>
    public ClusterException? Away { get; init; }

    /// <summary>Whether the files wait, for whatever reason.</summary>
    public bool Waits => StoreInUse || Away is not null;
}

/// <summary>Loads what arrives in a folder and puts it away in <c>done/</c> or <c>returned/</c>.</summary>
/// <remarks>The folder itself is the memory: a file that lies in it is to be loaded. A file is moved only after its load is committed, and
/// loading a file twice changes nothing, so being killed anywhere costs at most a repeated look.</remarks>
public sealed class Watcher : IDisposable
{
    private const string LockFile = ".watch.lock";

    private readonly DataFolder _data;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly FileStream _lock;
    private readonly Arrivals _arrivals;

    // Loaded, but some program holds on to them; by the state in which they were loaded.
    private readonly Dictionary<string, DateTime> _stuck = new(StringComparer.Ordinal);

    private Watcher(DataFolder data, string folder, TimeProvider time, FileStream watchLock)
    {
        (_data, _folder, _time, _lock) = (data, folder, time, watchLock);
        _arrivals = new Arrivals(folder);
    }

    /// <summary>How long a file must lie still before it counts as arrived, and how often the folder is looked at.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="WatchedAlreadyException">Another watcher has the folder.</exception>
    public static Watcher Open(DataFolder data, string folder, TimeProvider time, TimeSpan? interval = null)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(folder);
        FileStream watchLock;
        try
        {
            // The operating system releases it when the process ends, however it ends.
            watchLock = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new WatchedAlreadyException(folder, e);
        }
        return interval is { } every
            ? new Watcher(data, folder, time, watchLock) { Interval = every }
            : new Watcher(data, folder, time, watchLock);
    }

    /// <summary>Looks twice, loads what has arrived in full, and is done.</summary>
    public WatchPass Once(CancellationToken stop = default)
    {
        var first = Look();
        return Wait(stop) ? Look() : first;
    }

    /// <summary>Watches until it is told to stop; a load under way is finished first.</summary>
    /// <param name="tell">Told after each look at which something happened, and once when the store comes to be in use.</param>
    public void Run(Action<WatchPass> tell, CancellationToken stop)
    {
        var waiting = false;
        do
        {
            var pass = Look();
            if (pass.Files.Count > 0 || (pass.Waits && !waiting))
                tell(pass);
            // A look at which nothing had arrived says nothing of it.
            waiting = pass.Waits || (waiting && pass.Load is null);
        }
        while (Wait(stop));
    }

    /// <summary>Looks at the folder and loads what has lain still since the last look; at the first look nothing has.</summary>
    public WatchPass Look()
    {
        var (arrived, arriving) = _arrivals.Look();
        var toLoad = arrived.Where(p => !_stuck.TryGetValue(p, out var written) || written != File.GetLastWriteTimeUtc(p)).ToList();
        if (toLoad.Count == 0)
            return new WatchPass([], null, arriving);
        try
        {
            var result = Loader.Load(_data, new LoadRequest(toLoad) { Root = _folder }, time: _time);
            return new WatchPass([.. result.Files.Where(f => !Unreadable(result, f)).Select(f => Put(result, f))], result, arriving);
        }
        catch (StoreInUseException)
        {
            return new WatchPass([], null, arriving) { StoreInUse = true };
        }
        catch (ClusterException e) when (e.Fault == ClusterFault.Failed)
        {
            return new WatchPass([], null, arriving) { Away = e };
        }
        catch (FileNotFoundException e)
        {
            // Taken away between the look and the load; the next look knows.
            Log.Information("{File} was gone before it could be loaded", e.FileName);
            return new WatchPass([], null, arriving);
        }
    }

    public void Dispose() => _lock.Dispose();

    private bool Wait(CancellationToken stop)
    {
        try
        {
            Task.Delay(Interval, _time, stop).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A file that could not be opened is not the sender's fault; it stays and is tried again.
    private static bool Unreadable(LoadResult result, FileOutcome file) =>
        result.Faults.Any(f => f.File == file.File && f.Rule == Rules.FileUnreadable.Name);

    private WatchedFile Put(LoadResult result, FileOutcome file)
    {
        var relative = Path.GetRelativePath(_folder, file.Path);
        var faults = result.Faults.Where(f => f.File == file.File).ToList();
        var watched = new WatchedFile(
            relative, file.Outcome, null, null, [.. result.Units.Where(u => u.File == file.File)], faults.Count(f => f.Rejects), faults.Count(f => f.Severity == "warn"));
        try
        {
            if (!watched.Returned)
                return watched with { MovedTo = Filing.ToDone(_folder, relative) };
            var (to, reasons) = Filing.ToReturned(_folder, relative, faults);
            return watched with { MovedTo = to, Reasons = reasons };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Warning(e, "{File} was loaded but could not be moved", file.Path);
            _stuck[file.Path] = File.GetLastWriteTimeUtc(file.Path);
            return watched;
        }
    }
}

/// <summary>Another watcher has the folder.</summary>
public sealed class WatchedAlreadyException(string folder, Exception inner) : IOException(folder, inner)
{
    public string Folder { get; } = folder;
}
