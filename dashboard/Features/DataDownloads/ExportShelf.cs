using System.Collections.Concurrent;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Warehouse.Exports;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Dashboard.Features.DataDownloads;

/// <summary>Exports to take away, one file a snapshot and format, written when first asked for. They are taken from the researchers' file, so
/// they hold no expert's name and nothing of the files that scores came from.</summary>
public sealed class ExportShelf(DataFolder folder, ResearcherFiles researchers) : IDisposable
{
    private const string Note =
        "专家以化名出现（同一数据目录的各快照中一致）；来源文件的名称、位置和自由文本不在其中。 | Experts appear under pseudonyms (the same in every snapshot of this "
        + "warehouse); names of source files, places in them and free text are left out.";

    private readonly ConcurrentDictionary<string, Lazy<Task<PackedExport>>> _exports = new(StringComparer.Ordinal);

    /// <summary>Writing one takes a processor and memory; pages go first.</summary>
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private string Folder => Path.Combine(folder.Root, "exports");

    /// <summary>The export of a snapshot; those who ask at once wait for the same one.</summary>
    /// <param name="snapshot">Is read at once, not after the task has ended.</param>
    /// <exception cref="InvalidOperationException">The snapshot does not fit the format: a sheet holds a million rows.</exception>
    public async Task<PackedExport> OfAsync(SnapshotReader snapshot, ExportFormat format, CancellationToken cancel)
    {
        var name = Name(snapshot.Info, format);
        var export = _exports.GetOrAdd(name, _ => new Lazy<Task<PackedExport>>(() => Start(snapshot, format, name)));
        try
        {
            var packed = await export.Value.WaitAsync(cancel);
            if (File.Exists(packed.Path))
            {
                return packed;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and not InvalidOperationException)
        {
            _exports.TryRemove(new(name, export));
            throw;
        }

        // Somebody emptied the folder.
        _exports.TryRemove(new(name, export));
        return await OfAsync(snapshot, format, cancel);
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Name of the download: synthetic scores are marked in it.</summary>
    public static string Name(SnapshotInfo info, ExportFormat format) =>
        $"learning-city-{info.Id}-{Word(format)}{(info.Sample ? "-示例数据" : "")}.zip";

    /// <summary>The format as it stands in addresses.</summary>
    public static string Word(ExportFormat format) => format == ExportFormat.Snapshot ? "duckdb" : format.ToString().ToLowerInvariant();

    private Task<PackedExport> Start(SnapshotReader snapshot, ExportFormat format, string name)
    {
        var (info, source) = (snapshot.Info, researchers.OfAsync(snapshot, CancellationToken.None));
        return Task.Run(() => WriteAsync(info, source, format, name), CancellationToken.None);
    }

    private async Task<PackedExport> WriteAsync(SnapshotInfo info, Task<string> researchersFile, ExportFormat format, string name)
    {
        var source = new ExportSource(info, await researchersFile) { FileName = $"learning-city-{info.Id}.duckdb", Note = Note };
        var path = Path.Combine(Folder, name);
        await _oneAtATime.WaitAsync();
        try
        {
            Directory.CreateDirectory(Folder);
            RemoveOld();
            if (File.Exists(path))
            {
                return ExportZip.Read(format, path);
            }

            var packed = ExportZip.Write(source, format, path);
            Log.Information("Packed snapshot {Snapshot} as {Format}: {Bytes} bytes", info.Id, format, packed.Bytes);
            return packed;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>An export goes when its snapshot has gone; so do the halves that a killed dashboard left.</summary>
    private void RemoveOld()
    {
        var kept = SnapshotFiles.List(folder).Concat(SnapshotFiles.List(folder.Sample)).Select(s => s.Id).ToArray();
        foreach (var entry in new DirectoryInfo(Folder).EnumerateFileSystemInfos("learning-city-*"))
        {
            var half = entry.Name.Contains(".zip.", StringComparison.Ordinal);
            if (half ? entry.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1) : !kept.Any(id => entry.Name.Contains(id, StringComparison.Ordinal)))
            {
                if (entry is DirectoryInfo directory)
                {
                    directory.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }
        }
    }
}
