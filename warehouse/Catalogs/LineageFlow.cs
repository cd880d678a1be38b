namespace LearningCity.Warehouse.Catalogs;

/// <summary>Shares that flow from the indicators of an earlier framework into those of a later one, through the ones between.</summary>
public static class LineageFlow
{
    /// <returns>Share (0 to 1) by (earlier indicator, later indicator); null when no lineage leads from one to the other.</returns>
    public static Dictionary<(string From, string To), decimal>? Between(CityCatalog catalog, string from, string to)
    {
        var path = Path(catalog, from, to);
        if (path is null)
            return null;
        var flow = catalog.IndicatorsOf(from).ToDictionary(i => (i.Code, i.Code), _ => 1m);
        for (var step = 1; step < path.Count; step++)
        {
            var links = catalog.Lineage
                .Where(l => l.FromFramework == path[step - 1] && l.ToFramework == path[step] && l.FromIndicator is not null && l.ToIndicator is not null)
                .ToLookup(l => l.FromIndicator!);
            flow = flow
                .SelectMany(f => links[f.Key.Item2].Select(l => (Key: (f.Key.Item1, l.ToIndicator!), Share: f.Value * l.Share)))
                .GroupBy(f => f.Key)
                .ToDictionary(g => g.Key, g => g.Sum(f => f.Share));
        }
        return flow;
    }

    /// <summary>The shortest chain of frameworks that lineage links.</summary>
    private static List<string>? Path(CityCatalog catalog, string from, string to)
    {
        var steps = catalog.Lineage.Select(l => (l.FromFramework, l.ToFramework)).Distinct().ToLookup(s => s.FromFramework, s => s.ToFramework);
        var queue = new Queue<List<string>>([[from]]);
        var seen = new HashSet<string> { from };
        while (queue.TryDequeue(out var path))
        {
            if (path[^1] == to)
                return path;
            foreach (var next in steps[path[^1]].Where(seen.Add))
                queue.Enqueue([.. path, next]);
        }
        return null;
    }
}
