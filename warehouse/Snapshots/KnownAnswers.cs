using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Answers that a snapshot has given before. Its file never changes, so a question asked with the same values has the same answer;
/// one page asks several of them, and the next page the same ones. The least used go when there are more rows than the limit.</summary>
/// <param name="districts">Of the catalog: a country's pages share larger answers than a city's.</param>
internal sealed class KnownAnswers(int districts) : IDisposable
{
    /// <summary>Rows kept for one snapshot of a city; a row of a question is well under a kilobyte.</summary>
    private const int Least = 60_000;

    /// <summary>Rows kept for one snapshot of a country.</summary>
    private const int Most = 300_000;

    /// <summary>Rows of one round and of its totals, a few times over.</summary>
    private const int OfDistrict = 100;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = RowsFor(districts) });

    /// <summary>An answer larger than this is an export, not something that pages share.</summary>
    private readonly int largestKept = Math.Max(6_000, RowsFor(districts) / 4);

    /// <param name="parameters">Compared by what is in them, lists too.</param>
    public IReadOnlyList<T> Get<T>(string sql, object? parameters, Func<IReadOnlyList<T>> ask) => Get(sql, parameters, rows => rows.Count, ask);

    /// <param name="weight">How many rows it counts for.</param>
    /// <inheritdoc cref="Get{T}(string, object, Func{IReadOnlyList{T}})"/>
    public T Get<T>(string what, object? parameters, Func<T, int> weight, Func<T> make)
        where T : class
    {
        var key = (typeof(T), what, JsonSerializer.Serialize(parameters));
        if (answers.TryGetValue(key, out T? known))
            return known!;

        var made = make();
        if (weight(made) <= largestKept)
            answers.Set(key, made, new MemoryCacheEntryOptions { Size = weight(made) + 1 });
        return made;
    }

    private static int RowsFor(int districts) => (int)Math.Clamp((long)districts * OfDistrict, Least, Most);

    public void Dispose() => answers.Dispose();
}
