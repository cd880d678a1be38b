using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Answers that a snapshot has given before. Its file never changes, so a question asked with the same values has the same answer;
/// one page asks several of them, and the next page the same ones. The least used go when there are more rows than the limit.</summary>
internal sealed class KnownAnswers : IDisposable
{
    /// <summary>Rows kept for one snapshot; a row of a question is well under a kilobyte.</summary>
    private const int Rows = 60_000;

    /// <summary>An answer larger than this is an export, not something that pages share.</summary>
    private const int LargestKept = 6_000;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Rows });

    /// <param name="parameters">Compared by what is in them, lists too.</param>
    public IReadOnlyList<T> Get<T>(string sql, object? parameters, Func<IReadOnlyList<T>> ask)
    {
        var key = (typeof(T), sql, JsonSerializer.Serialize(parameters));
        if (answers.TryGetValue(key, out IReadOnlyList<T>? known))
            return known!;

        var rows = ask();
        if (rows.Count <= LargestKept)
            answers.Set(key, rows, new MemoryCacheEntryOptions { Size = rows.Count + 1 });
        return rows;
    }

    public void Dispose() => answers.Dispose();
}
