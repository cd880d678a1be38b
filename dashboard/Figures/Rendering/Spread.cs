namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Moves labels apart along one line so that none overlap, each as little as can be.</summary>
public static class Spread
{
    /// <summary>New middles, in the order given, at least <paramref name="gap"/> apart and within the limits where there is
    /// room. Runs of labels that would touch are centred on the mean of where they belong.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToList();
        var runs = new List<(double Sum, int Count)>();
        double Start((double Sum, int Count) run)
        {
            var length = (run.Count - 1) * gap;
            return Math.Max(low, Math.Min(high - length, run.Sum / run.Count - length / 2));
        }

        foreach (var i in order)
        {
            runs.Add((Math.Clamp(wanted[i], low, Math.Max(low, high)), 1));
            while (runs.Count > 1 && Start(runs[^1]) - (Start(runs[^2]) + (runs[^2].Count - 1) * gap) < gap - 1e-9)
            {
                var last = runs[^1];
                runs.RemoveAt(runs.Count - 1);
                runs[^1] = (runs[^1].Sum + last.Sum, runs[^1].Count + last.Count);
            }
        }

        var placed = new double[wanted.Count];
        var next = 0;
        foreach (var run in runs)
        {
            for (var k = 0; k < run.Count; k++) placed[order[next++]] = Start(run) + k * gap;
        }

        return placed;
    }
}
