namespace LearningCity.Warehouse.Catalogs;

/// <summary>What must hold across the lines of a catalog. Every rule reports all that it finds.</summary>
public static class CatalogRules
{
    /// <param name="draft">The files, whose lines the faults point at.</param>
    /// <param name="merged">What the catalog would be with them: references may lead to what is there already.</param>
    public static IReadOnlyList<CatalogFault> Check(CatalogDraft draft, CityCatalog merged) =>
    [
        .. draft.Faults,
        .. Codes(draft),
        .. Duplicates(draft),
        .. References(draft, merged),
        .. Sums(draft, merged),
        .. LineageRules.Check(draft, merged),
    ];

    private static IEnumerable<CatalogFault> Codes(CatalogDraft draft)
    {
        static IEnumerable<CatalogFault> In<T>(string file, IEnumerable<Line<T>> lines, Func<T, string> code) => lines
            .Where(l => l.Sound && !IsCode(code(l.Value)))
            .Select(l => new CatalogFault(file, l.Row, "bad_code",
                $"代码“{code(l.Value)}”只能含字母、数字、-、_、.，且不能是 total",
                $"Code '{code(l.Value)}' may hold letters, digits, - _ . only, and may not be total"));
        return In(CatalogFiles.Frameworks, draft.Frameworks, f => f.Code)
            .Concat(In(CatalogFiles.Dimensions, draft.Dimensions, d => d.Code))
            .Concat(In(CatalogFiles.Indicators, draft.Indicators, i => i.Code))
            .Concat(In(CatalogFiles.Districts, draft.Districts, d => d.Code))
            .Concat(In(CatalogFiles.Rounds, draft.Rounds, r => r.Code));
    }

    // Codes stand in addresses, file names and comma-separated lists.
    private static bool IsCode(string code) =>
        code.Length <= 40 && code != Crosswalk.Total && code.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && code.Any(char.IsLetterOrDigit);

    private static IEnumerable<CatalogFault> Duplicates(CatalogDraft draft)
    {
        static IEnumerable<CatalogFault> In<T>(string file, IEnumerable<Line<T>> lines, Func<T, object> key, string zh, string en) => lines
            .Where(l => l.Sound)
            .GroupBy(l => key(l.Value))
            .Where(g => g.Count() > 1)
            .SelectMany(g => g.Skip(1).Select(l => new CatalogFault(file, l.Row, "duplicate",
                $"{zh}与第 {g.First().Row} 行重复：{Show(g.Key)}", $"{en} already used in line {g.First().Row}: {Show(g.Key)}")));
        return In(CatalogFiles.Frameworks, draft.Frameworks, f => f.Code, "指标体系代码", "Framework code")
            .Concat(In(CatalogFiles.Dimensions, draft.Dimensions, d => (d.Framework, d.Code), "一级指标代码", "Dimension code"))
            .Concat(In(CatalogFiles.Dimensions, draft.Dimensions, d => (d.Framework, d.Position), "一级指标顺序", "Dimension position"))
            .Concat(In(CatalogFiles.Indicators, draft.Indicators, i => (i.Framework, i.Code), "二级指标代码", "Indicator code"))
            .Concat(In(CatalogFiles.Indicators, draft.Indicators, i => (i.Framework, i.Dimension, i.Position), "二级指标序号", "Indicator position"))
            .Concat(In(CatalogFiles.Districts, draft.Districts, d => d.Code, "区代码", "District code"))
            .Concat(In(CatalogFiles.Districts, draft.Districts, d => d.NameZh, "区名称", "District name"))
            .Concat(In(CatalogFiles.Rounds, draft.Rounds, r => r.Code, "轮次代码", "Round code"));
    }

    private static IEnumerable<CatalogFault> References(CatalogDraft draft, CityCatalog merged)
    {
        var frameworks = merged.Frameworks.Select(f => f.Code).ToHashSet();
        var dimensions = merged.Dimensions.Select(d => (d.Framework, d.Code)).ToHashSet();
        foreach (var line in draft.Dimensions.Where(l => l.Sound && !frameworks.Contains(l.Value.Framework)))
            yield return UnknownFramework(CatalogFiles.Dimensions, line.Row, line.Value.Framework);
        foreach (var line in draft.Rounds.Where(l => l.Sound && !frameworks.Contains(l.Value.Framework)))
            yield return UnknownFramework(CatalogFiles.Rounds, line.Row, line.Value.Framework);
        foreach (var line in draft.Indicators.Where(l => l.Sound))
            if (!frameworks.Contains(line.Value.Framework))
                yield return UnknownFramework(CatalogFiles.Indicators, line.Row, line.Value.Framework);
            else if (!dimensions.Contains((line.Value.Framework, line.Value.Dimension)))
                yield return new(CatalogFiles.Indicators, line.Row, "unknown_dimension",
                    $"指标体系 {line.Value.Framework} 没有一级指标 {line.Value.Dimension}",
                    $"Framework {line.Value.Framework} has no dimension {line.Value.Dimension}");
        foreach (var zone in merged.Districts.GroupBy(d => d.Zone).Where(g => g.Select(d => (d.ZoneZh, d.ZoneEn)).Distinct().Count() > 1))
            yield return new(CatalogFiles.Districts, null, "zone_names_differ",
                $"功能区 {zone.Key} 有多个名称", $"Zone {zone.Key} goes by several names");
    }

    internal static CatalogFault UnknownFramework(string file, int row, string framework) =>
        new(file, row, "unknown_framework", $"没有指标体系 {framework}", $"There is no framework {framework}");

    private static IEnumerable<CatalogFault> Sums(CatalogDraft draft, CityCatalog merged)
    {
        var brought = draft.Frameworks.Where(l => l.Sound).Select(l => l.Value.Code)
            .Concat(draft.Dimensions.Where(l => l.Sound).Select(l => l.Value.Framework))
            .Concat(draft.Indicators.Where(l => l.Sound).Select(l => l.Value.Framework))
            .ToHashSet();
        foreach (var framework in merged.Frameworks.Where(f => brought.Contains(f.Code)).DistinctBy(f => f.Code))
        {
            var dimensions = merged.DimensionsOf(framework.Code).ToList();
            if (dimensions.Count == 0)
                yield return new(CatalogFiles.Dimensions, null, "framework_empty",
                    $"指标体系 {framework.Code} 没有一级指标", $"Framework {framework.Code} has no dimension");
            foreach (var dimension in dimensions)
            {
                var indicators = merged.IndicatorsOf(framework.Code).Where(i => i.Dimension == dimension.Code).ToList();
                if (indicators.Count == 0)
                    yield return new(CatalogFiles.Indicators, null, "dimension_empty",
                        $"指标体系 {framework.Code} 的一级指标 {dimension.Code} 没有二级指标",
                        $"Dimension {dimension.Code} of framework {framework.Code} has no indicator");
                else if (indicators.Sum(i => i.MaxPoints) is var sum && sum != dimension.MaxPoints)
                    yield return new(CatalogFiles.Dimensions, RowOf(draft, dimension), "sum_differs",
                        $"指标体系 {framework.Code} 的一级指标 {dimension.Code} 分值为 {dimension.MaxPoints:0.##}，其二级指标之和为 {sum:0.##}",
                        $"Dimension {dimension.Code} of framework {framework.Code} has {dimension.MaxPoints:0.##} points, its indicators add up to {sum:0.##}");
            }
        }
    }

    private static int? RowOf(CatalogDraft draft, Dimension dimension) =>
        draft.Dimensions.FirstOrDefault(l => l.Value.Framework == dimension.Framework && l.Value.Code == dimension.Code)?.Row;

    private static string Show(object key) => key.ToString()!.Trim('(', ')');
}
