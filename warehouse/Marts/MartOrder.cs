namespace LearningCity.Warehouse.Marts;

/// <summary>Puts marts behind the ones they depend on.</summary>
public static class MartOrder
{
    /// <exception cref="InvalidOperationException">Marts depend on each other in a circle, or on one that does not exist.</exception>
    public static IReadOnlyList<MartFile> Of(IEnumerable<MartFile> marts)
    {
        var waiting = marts.OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var names = waiting.Select(m => m.Name).ToHashSet();
        foreach (var mart in waiting)
            if (mart.DependsOn.FirstOrDefault(d => !names.Contains(d)) is { } unknown)
                throw new InvalidOperationException($"{mart.Name} depends on {unknown}, which is no mart");

        var done = new List<MartFile>();
        var built = new HashSet<string>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(m => m.DependsOn.All(built.Contains)).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException($"Marts depend on each other in a circle: {string.Join(", ", waiting.Select(m => m.Name))}");
            done.AddRange(ready);
            built.UnionWith(ready.Select(m => m.Name));
            waiting.RemoveAll(ready.Contains);
        }
        return done;
    }
}
