using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>The verbs. Exit codes: 0 all good, 1 a cell failed or a result differs, 2 wrong usage.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] files, string? data, bool watch, CancellationToken cancel)
    {
        var code = await WithDataAsync(files, data, (path, folder) => NotebookRun.SaveAsync(path, folder));
        if (!watch || code == 2)
        {
            return code;
        }

        using var sample = data is null ? PinnedSample.Create() : null;
        var folder = sample?.Folder ?? DataFolder.Resolve(data);
        Console.WriteLine("等待保存（Ctrl+C 停止）…… | Waiting for a save (Ctrl+C stops)…");
        await foreach (var path in Saves.OfAsync(Find(files), cancel))
        {
            Report(path, await NotebookRun.SaveAsync(path, folder));
        }

        return 0;
    }

    public static Task<int> CheckAsync(string[] files, string? data, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return WithDataAsync(files, data, (path, folder) => NotebookRun.CheckAsync(path, folder));
    }

    private static async Task<int> WithDataAsync(string[] files, string? data, Func<string, DataFolder, Task<NotebookResult>> run)
    {
        var paths = Find(files);
        if (paths.FirstOrDefault(p => !File.Exists(p)) is { } missing || paths.Count == 0)
        {
            Console.Error.WriteLine($"找不到笔记本：{(paths.Count == 0 ? "*.ipynb" : paths.First(p => !File.Exists(p)))} | No such notebook");
            return 2;
        }

        using var sample = data is null ? PinnedSample.Create() : null;
        var folder = sample?.Folder ?? DataFolder.Resolve(data);
        var good = true;
        foreach (var path in paths)
        {
            try
            {
                good &= Report(path, await run(path, folder));
            }
            catch (InvalidDataException e)
            {
                Console.Error.WriteLine($"✗ {Path.GetFileName(path)}：{e.Message}");
                good = false;
            }
        }

        return good ? 0 : 1;
    }

    /// <summary>The files named, else all notebooks of the repository's folder, wherever in it the runner was started.</summary>
    private static IReadOnlyList<string> Find(string[] files)
    {
        if (files.Length > 0)
        {
            return [.. files.Select(Path.GetFullPath)];
        }

        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var notebooks = folder.Name == "notebooks" ? folder : new DirectoryInfo(Path.Combine(folder.FullName, "notebooks"));
            if (notebooks.Exists && notebooks.EnumerateFiles("*.ipynb").Any())
            {
                return [.. notebooks.EnumerateFiles("*.ipynb").Select(f => f.FullName).Order(StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private static bool Report(string path, NotebookResult result)
    {
        var name = Path.GetFileName(path);
        if (result.Good)
        {
            Console.WriteLine($"✓ {name}（{result.Cells} 个单元格 | {result.Cells} cells）");
            return true;
        }

        if (result.Failed is { } failed)
        {
            Console.Error.WriteLine($"✗ {name} [{failed.Cell}] {failed.Fault.Name}：{failed.Fault.Message}");
        }

        foreach (var difference in result.Differences)
        {
            Console.Error.WriteLine($"✗ {name} {difference}");
        }

        return false;
    }
}
