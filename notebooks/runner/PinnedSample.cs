using LearningCity.Etl.Samples;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>The data that notebooks are run against: the sample forms, loaded by the real loader into a folder of this run's own.</summary>
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
            SampleForms.Load(sample.Folder);
            return CurrentFile.Read(sample.Folder.Sample) is not null ? sample
                : throw new InvalidOperationException("示例表格未能装载。| The sample forms could not be loaded.");
        }
        catch
        {
            sample.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}
