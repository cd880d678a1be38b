using System.Diagnostics;
using System.Text.Json;
using Serilog;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>Runs queries of people we do not know, each in a process of its own that is killed at its limits. A few run at once, some wait,
/// and no page waits for either.</summary>
public sealed class SqlRunner(SqlLimits limits, TimeProvider time) : IAsyncDisposable
{
    private readonly ChildPool _pool = new(limits, time);
    private readonly SemaphoreSlim _slots = new(limits.Concurrent);
    private int _asking;

    public SqlLimits Limits => limits;

    /// <summary>Starts a spare child, so that the query a person is about to write does not wait for it.</summary>
    public void Prepare() => _ = Task.Run(_pool.Fill);

    /// <summary>Asks one published file.</summary>
    /// <exception cref="OperationCanceledException">The asker has gone; the child has been killed.</exception>
    public async Task<SqlOutcome> RunAsync(string file, string sql, CancellationToken cancel)
    {
        if (Wrong(sql) is { } wrong)
        {
            return new SqlOutcome(null, wrong);
        }

        try
        {
            if (Interlocked.Increment(ref _asking) > limits.Concurrent + limits.Queue
                || !await _slots.WaitAsync(TimeSpan.FromSeconds(limits.QueueSeconds), cancel))
            {
                return new SqlOutcome(null, RunnerFaults.Busy);
            }

            try
            {
                return await AskAsync(new SqlOrder(file, sql, limits), cancel);
            }
            finally
            {
                _slots.Release();
                Prepare();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _slots.Dispose();
    }

    private SqlFault? Wrong(string sql) =>
        string.IsNullOrWhiteSpace(sql) ? RunnerFaults.Empty
        : sql.Length > limits.Length ? RunnerFaults.TooLong(sql.Length, limits)
        : null;

    private async Task<SqlOutcome> AskAsync(SqlOrder order, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await using var child = _pool.Take();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(limits.StartSeconds));
        var watch = WatchAsync(child, limit.Token);
        var result = new SqlResult();
        SqlFault? fault;
        try
        {
            await child.ReadyAsync(limit.Token);
            // The query pays for itself alone, not for the start of its process.
            limit.CancelAfter(TimeSpan.FromSeconds(limits.Seconds));
            await child.OrderAsync(order, limit.Token);
            fault = await ReadAsync(child, result, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            fault = RunnerFaults.Timeout(limits);
        }
        catch (OperationCanceledException)
        {
            await result.DisposeAsync();
            throw;
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidDataException)
        {
            Log.Warning(e, "The process of a query could not be read");
            fault = RunnerFaults.Crashed;
        }

        await limit.CancelAsync();
        fault = await watch ? RunnerFaults.ProcessMemory(limits) : fault;
        Log.ForContext<SqlRunner>().Information(
            "Query of {Characters} characters ended as {Outcome} with {Rows} rows after {Milliseconds} ms",
            order.Sql.Length, fault?.Kind.ToString() ?? "Answered", result.End.Rows, clock.ElapsedMilliseconds);
        if (fault is null)
        {
            return new SqlOutcome(result, null);
        }

        await result.DisposeAsync();
        return new SqlOutcome(null, fault);
    }

    private async Task<SqlFault?> ReadAsync(ChildProcess child, SqlResult result, CancellationToken cancel)
    {
        while (await child.Lines.ReadAsync(cancel) is { } line)
        {
            if (line.Span[0] == (byte)'[')
            {
                await result.AddAsync(line, cancel);
                continue;
            }

            var said = JsonSerializer.Deserialize(line.Span, WireJson.Default.SqlLine)!;
            result.Columns = said.Columns ?? result.Columns;
            if (said.Fault is not null)
            {
                return said.Fault;
            }

            if (said.End is not null)
            {
                result.End = said.End;
                return null;
            }
        }

        return await child.RanOutOfMemoryAsync() ? RunnerFaults.ProcessMemory(limits) : RunnerFaults.Crashed;
    }

    /// <summary>Kills a child that takes more memory than it may, and says whether it did.</summary>
    private async Task<bool> WatchAsync(ChildProcess child, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await Task.Delay(50, cancel);
                if (child.Memory > (long)limits.ProcessMemory << 20)
                {
                    child.Kill();
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
