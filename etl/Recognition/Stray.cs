using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>Rows of a form that was cut into several tables: a form is accepted whole, but the report says where the rest of it is.</summary>
internal static class Stray
{
    // A form is no longer and no wider; whatever is, is no rest of one.
    private const int MostRows = 100;
    private const int MostColumns = 16;
    private const int ShortestText = 4;

    /// <returns>By the indicator's code, the grid that names it.</returns>
    public static IReadOnlyDictionary<string, Grid> Indicators(IReadOnlyList<Grid> others, IndicatorIndex index)
    {
        var found = new Dictionary<string, Grid>(StringComparer.Ordinal);
        foreach (var grid in others)
        {
            var texts = from row in grid.Rows.Take(MostRows)
                        from column in Enumerable.Range(1, Math.Min(grid.LastColumn, MostColumns))
                        select grid.Own(row, column).Text.Trim();
            foreach (var code in texts.Where(t => t.Length >= ShortestText).Select(t => index.Find("", false, "", "", t).Indicator?.Code).OfType<string>())
                found.TryAdd(code, grid);
        }
        return found;
    }

    /// <summary>A missing indicator as the report names it.</summary>
    public static Wording Said(Indicator indicator, IReadOnlyDictionary<string, Grid> elsewhere)
    {
        var (zh, en) = ($"{indicator.NumberZh} {indicator.LabelZh}", $"{indicator.Code} {indicator.LabelEn}".TrimEnd());
        return elsewhere.GetValueOrDefault(indicator.Code) is not { } grid ? new(zh, en)
            : grid.Name is { } name ? new($"{zh}（在“{name}”中，请把两张表接成一张）", $"{en} (it stands in '{name}': join the two tables into one)")
            : new($"{zh}（在另一张表中，请把两张表接成一张）", $"{en} (it stands in another table: join the two into one)");
    }
}
