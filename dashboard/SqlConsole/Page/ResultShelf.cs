using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.SqlConsole.Page;

/// <summary>Keeps the last few results that pages show, so that turning to the next page or choosing a chart neither runs the query
/// again nor mixes two runs of it.</summary>
public sealed class ResultShelf(TimeProvider time) : IAsyncDisposable
{
    private const int Kept = 12;

    private static readonly TimeSpan For = TimeSpan.FromMinutes(15);

    private readonly LinkedList<Entry> _entries = new();
    private readonly Lock _gate = new();

    /// <summary>The result of a query; runs it when it is not kept, or when <paramref name="again"/> says so. The asker holds it too, and
    /// disposes it, so that it stays readable when many other results come in between.</summary>
    public async Task<SqlOutcome> AskAsync(SqlDesk desk, SnapshotReader snapshot, string sql, bool again, CancellationToken cancel)
    {
        var key = snapshot.Info.Id + "\n" + sql;
        if (!again && Find(key) is { } kept)
        {
            desk.Record(snapshot, sql);
            return new SqlOutcome(kept, null);
        }

        var outcome = await desk.AskAsync(snapshot, sql, cancel);
        if (outcome.Result is { } result && result.TryHold())
        {
            await KeepAsync(key, result);
        }

        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in _entries)
        {
            await entry.Result.DisposeAsync();
        }
    }

    private SqlResult? Find(string key)
    {
        lock (_gate)
        {
            return _entries.FirstOrDefault(e => e.Key == key && time.GetUtcNow() - e.At < For && e.Result.TryHold())?.Result;
        }
    }

    private async Task KeepAsync(string key, SqlResult result)
    {
        var gone = new List<Entry>();
        lock (_gate)
        {
            _entries.AddFirst(new Entry(key, result, time.GetUtcNow()));
            foreach (var old in _entries.Skip(1).Where((e, i) => e.Key == key || i + 1 >= Kept || time.GetUtcNow() - e.At >= For).ToList())
            {
                _entries.Remove(old);
                gone.Add(old);
            }
        }

        foreach (var old in gone)
        {
            await old.Result.DisposeAsync();
        }
    }

    private sealed record Entry(string Key, SqlResult Result, DateTimeOffset At);
}
