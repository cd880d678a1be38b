namespace LearningCity.Warehouse.Catalogs;

/// <summary>How much of an earlier indicator counts towards a code of a later framework.</summary>
/// <param name="Scope">total, dimension or indicator.</param>
/// <param name="Code">Of the later framework; <c>total</c> for the total.</param>
/// <param name="Weight">0 to 1.</param>
public sealed record CrosswalkWeight(string ToFramework, string Scope, string Code, string FromFramework, string FromIndicator, decimal Weight);

/// <summary>Whether a code of a framework can be compared with an earlier framework.</summary>
/// <param name="Reason">Kinds of change, comma-separated; null when all is identical.</param>
/// <param name="Detail">The indicators concerned, such as <c>D2+D3→D2</c>.</param>
public sealed record Comparability(
    string ToFramework, string Scope, string Code, string FromFramework, bool Comparable, string? Reason, string? Detail);

/// <summary>What the lineage of a catalog allows to be compared: runs on through identical, rescaled, split and merged indicators,
/// breaks at new and dropped ones (statistics.md of the methods page: trends).</summary>
public sealed record Crosswalk(IReadOnlyList<CrosswalkWeight> Weights, IReadOnlyList<Comparability> Comparabilities)
{
    public const string Total = "total";
    public const string DimensionScope = "dimension";
    public const string IndicatorScope = "indicator";
    public const string Unlinked = "unlinked";
    public const string Moved = "moved";

    private static readonly string[] Order =
        [LineageKinds.New, LineageKinds.Dropped, Unlinked, LineageKinds.Merged, LineageKinds.Split, LineageKinds.Rescaled, Moved];

    /// <summary>All pairs of a framework and itself or an earlier one.</summary>
    public static Crosswalk Of(CityCatalog catalog)
    {
        var weights = new List<CrosswalkWeight>();
        var comparabilities = new List<Comparability>();
        for (var to = 0; to < catalog.Frameworks.Count; to++)
            for (var from = 0; from <= to; from++)
                Between(catalog, catalog.Frameworks[from].Code, catalog.Frameworks[to].Code, weights, comparabilities);
        return new(weights, comparabilities);
    }

    private static void Between(
        CityCatalog catalog, string from, string to, List<CrosswalkWeight> weights, List<Comparability> comparabilities)
    {
        var earlier = catalog.IndicatorsOf(from).ToList();
        var later = catalog.IndicatorsOf(to).ToList();
        var flow = from == to
            ? earlier.ToDictionary(i => (i.Code, i.Code), _ => 1m)
            : LineageFlow.Between(catalog, from, to);
        var changes = later.ToDictionary(i => i.Code, i => Change(i, from, to, earlier, flow));

        foreach (var (scope, code, members) in Scopes(later))
        {
            var sources = earlier
                .Select(e => (Indicator: e, Weight: members.Sum(m => flow?.GetValueOrDefault((e.Code, m.Code)) ?? 0)))
                .Where(s => s.Weight > 0)
                .ToList();
            weights.AddRange(sources.Select(s => new CrosswalkWeight(to, scope, code, from, s.Indicator.Code, s.Weight)));
            if (from == to)
            {
                comparabilities.Add(new(to, scope, code, from, true, null, null));
                continue;
            }
            var dropped = scope == IndicatorScope ? [] : earlier
                .Where(e => scope == Total || e.Dimension == code)
                .Where(e => later.Sum(l => flow?.GetValueOrDefault((e.Code, l.Code)) ?? 0) == 0)
                .ToList();
            var moved = scope == DimensionScope && flow is not null
                ? sources.Where(s => s.Indicator.Dimension != code).Select(s => s.Indicator.Code)
                    .Concat(earlier.Where(e => e.Dimension == code && !dropped.Contains(e)
                        && members.Sum(m => flow.GetValueOrDefault((e.Code, m.Code))) < later.Sum(l => flow.GetValueOrDefault((e.Code, l.Code))))
                        .Select(e => e.Code))
                    .Distinct().ToList()
                : [];
            var found = members.Select(m => changes[m.Code]).Where(c => c.Kind is not null)
                .Concat(flow is null ? [] : dropped.Select(d => (Kind: (string?)LineageKinds.Dropped, Detail: d.Code + "→")))
                .Concat(moved.Select(m => (Kind: (string?)Moved, Detail: m)))
                .ToList();
            var breaks = flow is null || found.Any(c => c.Kind is LineageKinds.New or LineageKinds.Dropped);
            var told = breaks ? found.Where(c => c.Kind is LineageKinds.New or LineageKinds.Dropped or Unlinked).ToList() : found;
            comparabilities.Add(new(
                to, scope, code, from, !breaks,
                flow is null ? Unlinked : Join(",", Order.Where(k => told.Any(t => t.Kind == k))),
                flow is null ? null : Join("; ", told.Select(t => t.Detail).Distinct())));
        }
    }

    private static IEnumerable<(string Scope, string Code, IReadOnlyList<Indicator> Members)> Scopes(List<Indicator> indicators) =>
        indicators.Select(i => (IndicatorScope, i.Code, (IReadOnlyList<Indicator>)[i]))
            .Concat(indicators.GroupBy(i => i.Dimension).Select(g => (DimensionScope, g.Key, (IReadOnlyList<Indicator>)[.. g])))
            .Append((Total, Total, indicators));

    private static (string? Kind, string Detail) Change(
        Indicator later, string from, string to, List<Indicator> earlier, Dictionary<(string, string), decimal>? flow)
    {
        if (from == to)
            return (null, "");
        var sources = earlier.Where(e => flow?.GetValueOrDefault((e.Code, later.Code)) > 0).ToList();
        return sources switch
        {
            [] => (flow is null ? Unlinked : LineageKinds.New, "→" + later.Code),
            [var one] when flow![(one.Code, later.Code)] < 1 => (LineageKinds.Split, Arrow([one], later)),
            [var one] => (one.MaxPoints == later.MaxPoints ? null : LineageKinds.Rescaled, Arrow([one], later)),
            _ => (LineageKinds.Merged, Arrow(sources, later)),
        };
    }

    private static string Arrow(IEnumerable<Indicator> sources, Indicator later) =>
        string.Join('+', sources.Select(s => s.Code)) + "→" + later.Code;

    private static string? Join(string separator, IEnumerable<string> parts) =>
        string.Join(separator, parts) is { Length: > 0 } text ? text : null;
}
