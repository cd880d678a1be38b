using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>The verbs. Exit codes: 0 all good, 1 a cell failed or a result differs, 2 wrong usage.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] files, string? data, bool watch, CancellationToken cancel)
    {
        if (Named(files) is not { } paths)
        {
            return 2;
        }

        using var sample = data is null ? PinnedSample.Create() : null;
        var folder = sample?.Folder ?? DataFolder.Resolve(data);
        // Looks at the files before they are run, so that a save during the first run is not missed.
        var saves = new Saves(paths);
        var good = await EachAsync(paths, path => NotebookRun.SaveAsync(path, folder));
        if (!watch)
        {
            return good ? 0 : 1;
        }

        Console.WriteLine("等待保存（Ctrl+C 停止）…… | Waiting for a save (Ctrl+C stops)…");
        await foreach (var path in saves.OfAsync(cancel))
        {
            await EachAsync([path], p => NotebookRun.SaveAsync(p, folder));
        }

        return 0;
    }

    public static async Task<int> CheckAsync(string[] files, string? data, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Named(files) is not { } paths)
        {
            return 2;
        }

        using var sample = data is null ? PinnedSample.Create() : null;
        var folder = sample?.Folder ?? DataFolder.Resolve(data);
        return await EachAsync(paths, path => NotebookRun.CheckAsync(path, folder)) ? 0 : 1;
    }

    /// <summary>Null, with a message, when a file is missing or there is none.</summary>
    private static IReadOnlyList<string>? Named(string[] files)
    {
        var paths = Find(files);
        var missing = paths.Count == 0 ? "*.ipynb" : paths.FirstOrDefault(p => !File.Exists(p));
        if (missing is null)
        {
            return paths;
        }

        Console.Error.WriteLine($"找不到笔记本：{missing} | No such notebook");
        return null;
    }

    private static async Task<bool> EachAsync(IReadOnlyList<string> paths, Func<string, Task<NotebookResult>> run)
    {
        var good = true;
        foreach (var path in paths)
        {
            try
            {
                good &= Report(path, await run(path));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                Console.Error.WriteLine($"✗ {Path.GetFileName(path)}：{e.Message}");
                good = false;
            }
        }

        return good;
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
            foreach (var notebooks in new[] { folder, new DirectoryInfo(Path.Combine(folder.FullName, "notebooks")) })
            {
                if (notebooks is { Name: "notebooks", Exists: true } && notebooks.EnumerateFiles("*.ipynb").Any())
                {
                    return [.. notebooks.EnumerateFiles("*.ipynb").Select(f => f.FullName).Order(StringComparer.Ordinal)];
                }
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

        if (result.Overtaken)
        {
            Console.Error.WriteLine($"✗ {name} 运行期间代码又被保存，输出未写入。| The code was saved again while it ran: outputs not written.");
        }

        foreach (var difference in result.Differences)
        {
            Console.Error.WriteLine($"✗ {name} {difference}");
        }

        return false;
    }
}
