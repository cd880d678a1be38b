using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Scale;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Dashboard.Replicas;

/// <summary>Keeps a replica on the snapshot that is served elsewhere. While the source is away, what is here goes on being served.</summary>
public sealed class ReplicaFollower(StartOptions start, SnapshotStore snapshots, IConfiguration configuration, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // A redirect would carry the key along.
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private string? failure;

    /// <summary>Takes one look at the source.</summary>
    /// <returns>Why it failed; null when it did not.</returns>
    public async Task<string?> LookAsync(CancellationToken stop)
    {
        try
        {
            if (await Replica.FollowAsync(start.Folder, Source(), stop) == ReplicaStep.Taken)
            {
                snapshots.Refresh();
            }

            failure = null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException or InvalidDataException or System.Text.Json.JsonException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // Said once, not every few seconds while it lasts.
            if (failure != e.Message)
            {
                Log.Error(e, "No snapshot from {Source}: {Reason}", start.ReplicaOf, e.Message);
            }

            failure = e.Message;
        }

        return failure;
    }

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private SnapshotSource Source() => start.ReplicaAddress is { } address
        ? SnapshotSource.Dashboard(client, address, ReplicaKey.Of(configuration)!)
        : SnapshotSource.Folder(new DataFolder(Path.GetFullPath(start.ReplicaOf!)));
}
