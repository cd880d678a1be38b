using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>What came of running a notebook.</summary>
/// <param name="Cells">Cells that were run; after a failing one the rest are not.</param>
/// <param name="Failed">The number of the cell that failed, and why; null when all ran.</param>
/// <param name="Differences">In words, by cell; only when it was checked.</param>
/// <param name="Overtaken">Whether somebody saved other code while it ran: then the outputs are not that file's and were not written.</param>
public sealed record NotebookResult(int Cells, (int Cell, CellFault Fault)? Failed, IReadOnlyList<string> Differences, bool Overtaken = false)
{
    public bool Good => Failed is null && Differences.Count == 0 && !Overtaken;
}

/// <summary>Runs a notebook from its first cell to its last.</summary>
public static class NotebookRun
{
    public static readonly TimeSpan CellLimit = TimeSpan.FromMinutes(3);

    /// <summary>Runs the notebook and writes what it put out into its file, a failing cell's message too. What was saved meanwhile stays:
    /// new text beside the outputs, new code without them.</summary>
    public static async Task<NotebookResult> SaveAsync(string path, DataFolder data, TimeSpan? limit = null)
    {
        var notebook = Notebook.Read(path);
        var result = await RunAsync(notebook, path, data, limit ?? CellLimit);
        if (ReadAgain(path) is not { } now || !now.SameCode(notebook))
        {
            return result with { Overtaken = true };
        }

        now.Fill(notebook);
        now.Complete();
        now.Write(path);
        return result;
    }

    /// <summary>Runs the notebook and holds what it puts out against what its file says; the file stays as it is.</summary>
    public static async Task<NotebookResult> CheckAsync(string path, DataFolder data, TimeSpan? limit = null)
    {
        var (saved, run) = (Notebook.Read(path), Notebook.Read(path));
        var result = await RunAsync(run, path, data, limit ?? CellLimit);
        return result with { Differences = Comparison.Of(saved, run, result.Cells) };
    }

    /// <summary>Null while somebody writes the file.</summary>
    private static Notebook? ReadAgain(string path)
    {
        try
        {
            return Notebook.Read(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<NotebookResult> RunAsync(Notebook notebook, string path, DataFolder data, TimeSpan limit)
    {
        await using var host = new NotebookHost(data);
        var runner = new CellRunner(host, Path.GetDirectoryName(Path.GetFullPath(path))!, limit);
        var cells = notebook.Cells;
        foreach (var cell in cells)
        {
            var outputs = new Outputs();
            var fault = await runner.RunAsync(cell, outputs);
            cell.Fill(outputs.All);
            if (fault is not null)
            {
                foreach (var rest in cells.Skip(cell.Number))
                {
                    rest.Fill([]);
                    rest.Json["execution_count"] = null;
                }

                return new NotebookResult(cell.Number, (cell.Number, fault), []);
            }
        }

        return new NotebookResult(cells.Count, null, []);
    }
}
