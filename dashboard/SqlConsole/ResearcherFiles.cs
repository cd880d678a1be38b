using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The file that the console and exports read, whoever asks: never more than researchers may see.</summary>
public sealed class ResearcherFiles(DataFolder folder)
{
    private readonly ViewerFiles _files = new(folder);

    /// <summary>The folder of the files.</summary>
    public string Folder => _files.Folder;

    /// <summary>Path of the file of a snapshot; several who ask at once wait for the same file.</summary>
    /// <param name="snapshot">Is read at once, not after the task has ended. Where it is leased for a viewer who may not see all, its own file.</param>
    public Task<string> OfAsync(SnapshotReader snapshot, CancellationToken cancel)
    {
        var (info, path) = (snapshot.Info, snapshot.Path);
        return snapshot.Viewer == Viewer.All
            ? Task.Run(() => _files.Of(Viewer.Researcher, info, path), CancellationToken.None).WaitAsync(cancel)
            : Task.FromResult(path);
    }
}
