using LearningCity.Warehouse.Storage;

namespace LearningCity.Tests.Support;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "learningcity-tests", Guid.NewGuid().ToString("N"));

    /// <summary>The folder as a data folder.</summary>
    public DataFolder Data => new(Path);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file still held open stays behind in the temporary folder; the next clean-up of it takes it.
        }
    }
}
