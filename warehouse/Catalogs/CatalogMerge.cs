namespace LearningCity.Warehouse.Catalogs;

/// <summary>Lays files over a catalog: a framework that they describe comes from them as a whole, everything else entry by entry.</summary>
internal static class CatalogMerge
{
    public static CityCatalog Of(CityCatalog before, CatalogDraft draft)
    {
        var files = draft.ToCatalog();
        var dimensions = files.Dimensions.Select(d => d.Framework).ToHashSet();
        var indicators = files.Indicators.Select(i => i.Framework).ToHashSet();
        var lineage = files.Lineage.Select(l => (l.FromFramework, l.ToFramework)).ToHashSet();
        return CityCatalog.Ordered(
            Over(before.Frameworks, files.Frameworks, f => f.Code),
            before.Dimensions.Where(d => !dimensions.Contains(d.Framework)).Concat(files.Dimensions),
            before.Indicators.Where(i => !indicators.Contains(i.Framework)).Concat(files.Indicators),
            before.Lineage.Where(l => !lineage.Contains((l.FromFramework, l.ToFramework))).Concat(files.Lineage),
            Over(before.Districts, files.Districts, d => d.Code),
            Over(before.Rounds, files.Rounds, r => r.Code));
    }

    /// <summary>Entries added, changed and removed, by file.</summary>
    public static (Dictionary<string, int> Added, Dictionary<string, int> Changed, Dictionary<string, int> Removed) Differences(
        CityCatalog before, CityCatalog after)
    {
        Dictionary<string, int> added = [], changed = [], removed = [];
        Count(CatalogFiles.Frameworks, before.Frameworks, after.Frameworks, f => f.Code);
        Count(CatalogFiles.Dimensions, before.Dimensions, after.Dimensions, d => (d.Framework, d.Code));
        Count(CatalogFiles.Indicators, before.Indicators, after.Indicators, i => (i.Framework, i.Code));
        Count(CatalogFiles.Lineage, before.Lineage, after.Lineage, l => (l.FromFramework, l.FromIndicator, l.ToFramework, l.ToIndicator));
        Count(CatalogFiles.Districts, before.Districts, after.Districts, d => d.Code);
        Count(CatalogFiles.Rounds, before.Rounds, after.Rounds, r => r.Code);
        return (added, changed, removed);

        void Count<T, TKey>(string file, IEnumerable<T> was, IEnumerable<T> now, Func<T, TKey> key)
            where TKey : notnull
        {
            var old = was.DistinctBy(key).ToDictionary(key);
            var young = now.DistinctBy(key).ToDictionary(key);
            added[file] = young.Keys.Count(k => !old.ContainsKey(k));
            changed[file] = young.Count(n => old.TryGetValue(n.Key, out var o) && !o!.Equals(n.Value));
            removed[file] = old.Keys.Count(k => !young.ContainsKey(k));
        }
    }

    private static IEnumerable<T> Over<T>(IEnumerable<T> before, IReadOnlyList<T> files, Func<T, string> code)
    {
        var brought = files.Select(code).ToHashSet();
        return before.Where(b => !brought.Contains(code(b))).Concat(files);
    }
}
