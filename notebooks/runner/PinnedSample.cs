using LearningCity.Etl.Samples;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>The data that notebooks are run against: the sample forms, loaded by the real loader into a folder of this run's own, always
/// at the same moment.</summary>
public sealed class PinnedSample : IDisposable
{
    private PinnedSample(DataFolder folder) => Folder = folder;

    public DataFolder Folder { get; }

    /// <exception cref="InvalidOperationException">The sample forms could not be loaded.</exception>
    public static PinnedSample Create()
    {
        var sample = new PinnedSample(new DataFolder(Directory.CreateTempSubdirectory("learningcity-notebooks-").FullName));
        try
        {
            SampleForms.Load(sample.Folder, time: new Moment());
            return CurrentFile.Read(sample.Folder.Sample) is not null ? sample
                : throw new InvalidOperationException("示例表格未能装载。| The sample forms could not be loaded.");
        }
        catch
        {
            sample.Dispose();
            throw;
        }
    }

    /// <summary>What a picture or a page names as its source. The id of a snapshot holds the bytes of a file that DuckDB lays out anew each
    /// time, so of the sample it is the scores themselves that are named.</summary>
    public static string Label(SnapshotReader snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Info.Sample ? "sample-" + Fingerprint(snapshot) : snapshot.Info.Id;
    }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);

    private static string Fingerprint(SnapshotReader snapshot) => snapshot.Query<string>("""
        select left(sha256(string_agg(
            concat_ws('|', round, district, indicator, rater, expert, points), chr(10) order by round, district, indicator, rater, expert)), 12)
        from fct_score
        """)[0];

    private sealed class Moment : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 3, 2, 15, 0, TimeSpan.Zero);
    }
}
