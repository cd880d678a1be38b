using System.Collections.Concurrent;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>Children that are started and have not been used. Each is used once; a spare only hides the cost of the start.</summary>
internal sealed class ChildPool(SqlLimits limits, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentQueue<ChildProcess> _spares = new();
    private ITimer? _rest;
    private volatile bool _closed;

    /// <summary>A child that waits for its order.</summary>
    public ChildProcess Take()
    {
        while (_spares.TryDequeue(out var spare))
        {
            if (!spare.HasExited)
            {
                return spare;
            }
        }

        return ChildProcess.Start();
    }

    /// <summary>Starts the spares that are missing, and forgets them when nobody asks anything for a while.</summary>
    public void Fill()
    {
        while (!_closed && _spares.Count < limits.Spares)
        {
            _spares.Enqueue(ChildProcess.Start());
        }

        var idle = TimeSpan.FromMinutes(limits.SpareMinutes);
        (_rest ??= time.CreateTimer(_ => _ = EmptyAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan))
            .Change(idle, Timeout.InfiniteTimeSpan);
        if (_closed)
        {
            _ = EmptyAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        if (_rest is not null)
        {
            await _rest.DisposeAsync();
        }

        await EmptyAsync();
    }

    private async Task EmptyAsync()
    {
        while (_spares.TryDequeue(out var spare))
        {
            await spare.DisposeAsync();
        }
    }
}
