using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests;

/// <summary>A store that holds the catalog and no score, for tests that only look (a dry run opens it in milliseconds).</summary>
public sealed class EmptyStore : IDisposable
{
    public EmptyStore() => WorkingStore.Open(Bench.Data, TimeProvider.System).Dispose();

    internal Bench Bench { get; } = new();

    public void Dispose() => Bench.Dispose();
}
