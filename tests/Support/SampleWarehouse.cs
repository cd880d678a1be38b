using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Tests.Support;

/// <summary>The sample scores, published once for all tests that only read. Use <see cref="Shared"/>.</summary>
public sealed class SampleWarehouse : IDisposable
{
    private static readonly Lazy<SampleWarehouse> Once = new(Create);

    private readonly TempFolder folder = new();

    private SampleWarehouse()
    {
        using (var store = WorkingStore.Open(Folder.Sample, TimeProvider.System, sample: true))
        {
            StoreSeed.Tidy(store, TestFiles.SampleScores);
            Published = Publisher.Publish(store);
        }
        Snapshots = new(Folder, TimeProvider.System);
    }

    public static SampleWarehouse Shared => Once.Value;

    /// <summary>A data folder with nothing of its own, whose sample is served.</summary>
    public DataFolder Folder => folder.Data;

    public PublishResult Published { get; }

    public SnapshotStore Snapshots { get; }

    public SnapshotReader Lease() => Snapshots.Lease(Viewer.All) ?? throw new InvalidOperationException("The sample was not published");

    public void Dispose()
    {
        Snapshots.Dispose();
        folder.Dispose();
    }

    private static SampleWarehouse Create()
    {
        var sample = new SampleWarehouse();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => sample.Dispose();
        return sample;
    }
}
