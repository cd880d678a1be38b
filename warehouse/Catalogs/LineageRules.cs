namespace LearningCity.Warehouse.Catalogs;

/// <summary>What must hold of a lineage: it leads forward, every indicator of both frameworks is accounted for, and shares add up to one.</summary>
internal static class LineageRules
{
    private const string File = CatalogFiles.Lineage;

    public static IEnumerable<CatalogFault> Check(CatalogDraft draft, CityCatalog merged) =>
        Links(draft, merged).Concat(Pairs(draft, merged)).Concat(Cycles(draft, merged));

    private static IEnumerable<CatalogFault> Links(CatalogDraft draft, CityCatalog merged)
    {
        var frameworks = merged.Frameworks.DistinctBy(f => f.Code).ToDictionary(f => f.Code);
        var indicators = merged.Indicators.Select(i => (i.Framework, i.Code)).ToHashSet();
        foreach (var duplicate in draft.Lineage.Where(l => l.Sound)
            .GroupBy(l => (l.Value.FromFramework, l.Value.FromIndicator, l.Value.ToFramework, l.Value.ToIndicator)).SelectMany(g => g.Skip(1)))
            yield return new(File, duplicate.Row, "duplicate", "对应关系重复", "The same link twice");
        foreach (var (row, link, _) in draft.Lineage.Where(l => l.Sound))
        {
            foreach (var unknown in new[] { link.FromFramework, link.ToFramework }.Where(f => !frameworks.ContainsKey(f)).Distinct())
                yield return CatalogRules.UnknownFramework(File, row, unknown);
            foreach (var (framework, indicator) in new[] { (link.FromFramework, link.FromIndicator), (link.ToFramework, link.ToIndicator) })
                if (indicator is not null && frameworks.ContainsKey(framework) && !indicators.Contains((framework, indicator)))
                    yield return new(File, row, "unknown_indicator",
                        $"指标体系 {framework} 没有二级指标 {indicator}", $"Framework {framework} has no indicator {indicator}");
            if (link.FromIndicator is null && link.ToIndicator is null)
                yield return new(File, row, "link_empty", "原指标与新指标不能都为空", "A link needs an indicator on one side at least");
            if (link.FromIndicator is null && link.Share != 1)
                yield return new(File, row, "share_of_new", "新增指标的份额应为 1", "The share of a new indicator is 1");
            if (frameworks.TryGetValue(link.FromFramework, out var from) && frameworks.TryGetValue(link.ToFramework, out var to)
                && from.EffectiveFrom >= to.EffectiveFrom)
                yield return new(File, row, "lineage_backwards",
                    $"沿革应从较早的指标体系指向较晚的：{from.Code}（{from.EffectiveFrom:yyyy-MM-dd}）→ {to.Code}（{to.EffectiveFrom:yyyy-MM-dd}）",
                    $"Lineage leads from an earlier framework to a later one: {from.Code} ({from.EffectiveFrom:yyyy-MM-dd}) → {to.Code} ({to.EffectiveFrom:yyyy-MM-dd})");
        }
    }

    private static IEnumerable<CatalogFault> Pairs(CatalogDraft draft, CityCatalog merged)
    {
        foreach (var pair in draft.Lineage.Where(l => l.Sound).Select(l => l.Value).GroupBy(l => (l.FromFramework, l.ToFramework)))
        {
            var (from, to) = pair.Key;
            var way = $"{from} → {to}";
            foreach (var indicator in merged.IndicatorsOf(from))
                if (pair.Where(l => l.FromIndicator == indicator.Code).Sum(l => l.Share) is var sum && sum == 0)
                    yield return new(File, null, "lineage_incomplete",
                        $"{way}：原指标 {indicator.Code} 去向不明，取消的应写明（新指标留空）",
                        $"{way}: nothing says what became of {indicator.Code}; a dropped one is listed with an empty to_indicator");
                else if (sum != 1)
                    yield return new(File, null, "shares_differ",
                        $"{way}：原指标 {indicator.Code} 的份额之和为 {sum:0.######}，应为 1",
                        $"{way}: the shares of {indicator.Code} add up to {sum:0.######}, not 1");
            foreach (var indicator in merged.IndicatorsOf(to))
            {
                var sources = pair.Where(l => l.ToIndicator == indicator.Code).ToList();
                if (sources.Count == 0)
                    yield return new(File, null, "lineage_incomplete",
                        $"{way}：新指标 {indicator.Code} 来源不明，新增的应写明（原指标留空）",
                        $"{way}: nothing says where {indicator.Code} comes from; a new one is listed with an empty from_indicator");
                else if (sources.Count > 1 && sources.Any(l => l.FromIndicator is null))
                    yield return new(File, null, "new_and_linked",
                        $"{way}：新指标 {indicator.Code} 既写为新增又有来源", $"{way}: {indicator.Code} is listed as new and with a source");
            }
        }
    }

    private static IEnumerable<CatalogFault> Cycles(CatalogDraft draft, CityCatalog merged)
    {
        var steps = merged.Lineage.Concat(draft.Lineage.Where(l => l.Sound).Select(l => l.Value))
            .Select(l => (l.FromFramework, l.ToFramework)).Distinct().ToLookup(s => s.FromFramework, s => s.ToFramework);
        var told = new HashSet<string>();
        foreach (var start in steps.Select(s => s.Key).Order(StringComparer.Ordinal))
        {
            if (told.Contains(start) || Way(steps, start) is not { } cycle)
                continue;
            told.UnionWith(cycle);
            var shown = string.Join(" → ", cycle);
            yield return new(File, null, "lineage_cycle", $"沿革成环：{shown}", $"Lineage runs in a circle: {shown}");
        }
    }

    /// <summary>A way from a framework back to itself.</summary>
    private static List<string>? Way(ILookup<string, string> steps, string start)
    {
        var queue = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (queue.TryDequeue(out var path))
            foreach (var next in steps[path[^1]])
                if (next == start)
                    return [.. path, next];
                else if (seen.Add(next))
                    queue.Enqueue([.. path, next]);
        return null;
    }
}
