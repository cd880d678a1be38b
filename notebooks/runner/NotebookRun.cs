using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>What came of running a notebook.</summary>
/// <param name="Cells">Cells that were run; after a failing one the rest are not.</param>
/// <param name="Failed">The number of the cell that failed, and why; null when all ran.</param>
/// <param name="Differences">In words, by cell; only when it was checked.</param>
public sealed record NotebookResult(int Cells, (int Cell, CellFault Fault)? Failed, IReadOnlyList<string> Differences)
{
    public bool Good => Failed is null && Differences.Count == 0;
}

/// <summary>Runs a notebook from its first cell to its last.</summary>
public static class NotebookRun
{
    public static readonly TimeSpan CellLimit = TimeSpan.FromMinutes(3);

    /// <summary>Runs the notebook and writes what it put out into its file, a failing cell's message too.</summary>
    public static async Task<NotebookResult> SaveAsync(string path, DataFolder data, TimeSpan? limit = null)
    {
        var notebook = Notebook.Read(path);
        var result = await RunAsync(notebook, path, data, limit ?? CellLimit);
        notebook.Complete();
        notebook.Write(path);
        return result;
    }

    /// <summary>Runs the notebook and holds what it puts out against what its file says; the file stays as it is.</summary>
    public static async Task<NotebookResult> CheckAsync(string path, DataFolder data, TimeSpan? limit = null)
    {
        var (saved, run) = (Notebook.Read(path), Notebook.Read(path));
        var result = await RunAsync(run, path, data, limit ?? CellLimit);
        return result with { Differences = Comparison.Of(saved, run, result.Cells) };
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
