using System.Runtime.CompilerServices;

namespace LearningCity.Notebooks;

/// <summary>Tells when somebody saves a notebook. The runner's own writing is not a save: only a change of the code counts.</summary>
/// <param name="paths">What they hold now counts as seen.</param>
internal sealed class Saves(IReadOnlyList<string> paths)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, string?> _seen = paths.ToDictionary(p => p, Code);

    public async IAsyncEnumerable<string> OfAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every);
        while (await WaitAsync(timer, cancel))
        {
            foreach (var path in paths)
            {
                var now = Code(path);
                if (now is not null && now != _seen[path])
                {
                    _seen[path] = now;
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
