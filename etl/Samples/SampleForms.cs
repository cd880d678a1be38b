using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Samples;

/// <summary>The forms with synthetic scores that travel with the program: 59 forms and 4 panel lists.</summary>
public static class SampleForms
{
    /// <summary>Beside the program, whichever program it is that uses the loader.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "forms");

    /// <summary>Loads the sample into its own folder below <paramref name="folder"/>, marked as sample.</summary>
    /// <exception cref="StoreInUseException">Another writer has the sample's folder.</exception>
    public static LoadResult Load(DataFolder folder, IProgress<LoadProgress>? progress = null, TimeProvider? time = null) =>
        Loader.Load(folder.Sample, new LoadRequest([Folder]) { Sample = true }, progress, time);
}
