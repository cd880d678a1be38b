using System.Collections.Concurrent;
using System.Threading.Channels;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Watching;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Dashboard.Features.DataUpload;

/// <summary>The one who checks, loads and publishes uploads, in the order in which they came. What was cut off by a stop is taken up at the next start.</summary>
public sealed partial class UploadWorker(UploadFolder uploads, DataFolder folder, TimeProvider time, ILogger<UploadWorker> log) : BackgroundService
{
    /// <summary>More than this many waiting are refused.</summary>
    public const int MostWaiting = 50;

    /// <summary>Faults that an upload keeps; the file that goes back has more, and the counts have all.</summary>
    private const int MostFaults = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(MostWaiting);
    private readonly ConcurrentDictionary<string, LoadProgress> _progress = new(StringComparer.Ordinal);

    /// <summary>What the upload is at; null when it is not being worked on.</summary>
    public LoadProgress? Progress(string id) => _progress.GetValueOrDefault(id);

    /// <returns>False when too many are waiting.</returns>
    public bool Enqueue(string id) => _jobs.Writer.TryWrite(new(id, null));

    /// <summary>Publishes after everything that waits. Gives the new snapshot, or what refused it: a word of the page's.</summary>
    public Task<(SnapshotInfo? Served, string? Refused)> PublishAsync(CancellationToken cancel) => ServeAsync(null, cancel);

    /// <summary>Serves an earlier snapshot, after everything that waits. Gives it, or what refused it.</summary>
    public Task<(SnapshotInfo? Served, string? Refused)> RollbackAsync(string id, CancellationToken cancel) => ServeAsync(id, cancel);

    private async Task<(SnapshotInfo? Served, string? Refused)> ServeAsync(string? earlier, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<(SnapshotInfo?, string?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _jobs.Writer.TryWrite(new(null, done, earlier)) ? await done.Task.WaitAsync(cancel) : (null, "upload-busy");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var upload in uploads.List().Where(u => u.Busy).OrderBy(u => u.At))
        {
            Enqueue(upload.Id);
        }

        await foreach (var job in _jobs.Reader.ReadAllAsync(stoppingToken))
        {
            if (job.Served is { } served)
            {
                await ServeAsync(served, job.Earlier, stoppingToken);
            }
            else
            {
                await WorkAsync(job.Upload!, stoppingToken);
            }
        }
    }

    private async Task ServeAsync(TaskCompletionSource<(SnapshotInfo?, string?)> done, string? earlier, CancellationToken stop)
    {
        try
        {
            var served = await AloneAsync(
                () =>
                {
                    using var store = WorkingStore.Open(folder, time);
                    return earlier is null ? Publisher.Publish(store).Snapshot : Publisher.Rollback(store, earlier);
                },
                stop);
            done.SetResult((served, served is not null ? null : earlier is null ? "unpublished" : "rollback-unknown"));
        }
        catch (StoreInUseException)
        {
            done.SetResult((null, "publish-in-use"));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, earlier ?? "publish", e.Message);
            done.SetResult((null, "publish-failed"));
        }
        finally
        {
            done.TrySetCanceled(CancellationToken.None);
        }
    }

    private async Task WorkAsync(string id, CancellationToken stop)
    {
        if (uploads.Find(id) is not { Busy: true } upload)
        {
            return;
        }

        try
        {
            if (upload.State is UploadState.Waiting or UploadState.Checking)
            {
                await CheckAsync(upload, stop);
            }
            else
            {
                await LoadAsync(upload, stop);
            }
        }
        catch (StoreInUseException)
        {
            Fail(id, "数据目录正被另一个程序写入，请稍后重新上报 | Another program is writing to the data folder; send it again later");
        }
        catch (ClusterException e)
        {
            // Which server it is, is for the log; nothing of it is for whoever sends a form.
            Failed(log, e, id, e.Message);
            Fail(id, "存放得分的数据库集群暂时不能使用，已记入日志，请稍后重新上报 | The database cluster that keeps the scores cannot be used for now; it was logged. Send it again later");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, id, e.Message);
            Fail(id, "处理时出错，已记入日志；什么也没有发布 | It failed and was logged; nothing was published");
        }
        finally
        {
            _progress.TryRemove(id, out _);
        }
    }

    private async Task CheckAsync(Upload upload, CancellationToken stop)
    {
        uploads.Change(upload.Id, u => u with { State = UploadState.Checking });
        var files = uploads.Contents(upload);
        var result = await AloneAsync(() => Loader.Load(folder, Request(upload, files) with { DryRun = true }, Report(upload.Id), time), stop);
        var faults = result.Faults.ToLookup(f => f.File);
        var returned = new bool[files.Count];
        for (var n = 0; n < files.Count; n++)
        {
            if (faults[n + 1].Any(f => f.Rejects))
            {
                await using var target = File.Create(uploads.ReturnOf(upload.Id, n));
                ReturnFile.Write(files[n].Content, files[n].Name, faults[n + 1], target);
                returned[n] = true;
            }
        }

        uploads.Change(
            upload.Id,
            u => u with { State = UploadState.Previewed, Preview = Kept(result), Files = [.. u.Files.Select((f, n) => f with { Returned = returned[n] })] },
            UploadState.Checking);
    }

    private async Task LoadAsync(Upload upload, CancellationToken stop)
    {
        uploads.Change(upload.Id, u => u with { State = UploadState.Loading });
        var result = await AloneAsync(() => Loader.Load(folder, Request(upload, uploads.Contents(upload)) with { NoPublish = true }, Report(upload.Id), time), stop);
        AuditTrail.Append(
            folder, time.GetUtcNow(), upload.Who, AuditWords.Load, upload.Id,
            details: new Dictionary<string, string>
            {
                ["load"] = $"{result.Load}",
                ["added"] = $"{result.Counts.Added}",
                ["superseded"] = $"{result.Counts.Superseded}",
                ["rejected"] = $"{result.Counts.RowsRejected}",
            });
        uploads.Change(upload.Id, u => u with { State = UploadState.Loaded, Result = Kept(result) }, UploadState.Loading);
    }

    private static LoadRequest Request(Upload upload, IReadOnlyList<Etl.Loading.Upload> files) => new([]) { Uploads = files, OnlySelfOf = upload.District };

    private static LoadResult Kept(LoadResult result) => result with { Faults = [.. result.Faults.OrderByDescending(f => f.Rejects).Take(MostFaults)] };

    private void Fail(string id, string why) => uploads.Change(id, u => u with { State = UploadState.Failed, Failure = why });

    private Relay Report(string id) => new(progress => _progress[id] = progress);

    /// <summary>Waits for another writer, such as a command, to finish.</summary>
    private async Task<T> AloneAsync<T>(Func<T> work, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await Task.Run(work, stop);
            }
            catch (StoreInUseException) when (time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Upload {Upload} failed: {Reason}")]
    private static partial void Failed(ILogger logger, Exception exception, string upload, string reason);

    private sealed record Job(string? Upload, TaskCompletionSource<(SnapshotInfo?, string?)>? Served, string? Earlier = null);

    private sealed class Relay(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}
