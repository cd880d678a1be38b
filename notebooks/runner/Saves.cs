using System.Runtime.CompilerServices;

namespace LearningCity.Notebooks;

/// <summary>Tells when somebody saves a notebook. The runner's own writing is not a save: only a change of the code counts.</summary>
internal static class Saves
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    public static async IAsyncEnumerable<string> OfAsync(IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = paths.ToDictionary(p => p, Code);
        using var timer = new PeriodicTimer(Every);
        while (await WaitAsync(timer, cancel))
        {
            foreach (var path in paths)
            {
                var now = Code(path);
                if (now is not null && now != seen[path])
                {
                    seen[path] = now;
                    yield return path;
                }
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The code of all cells; null while the file is being written.</summary>
    private static string? Code(string path)
    {
        try
        {
            return string.Join('\u0001', Notebook.Read(path).Cells.Select(c => c.Source));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
