namespace LearningCity.Dashboard.Features.DataUpload;

/// <summary>Removes uploads that nobody needs any more, at the start and every hour.</summary>
public sealed partial class UploadCleaner(UploadFolder uploads, TimeProvider time, ILogger<UploadCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                if (uploads.RemoveOld(time.GetUtcNow()) is > 0 and var removed)
                {
                    Removed(log, removed);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Next hour again.
                Failed(log, e, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} old uploads")]
    private static partial void Removed(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old uploads cannot be removed: {Reason}")]
    private static partial void Failed(ILogger logger, Exception exception, string reason);
}
