using LearningCity.Dashboard.Api.Asking;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>What a figure is about: the total, a dimension or an indicator.</summary>
internal static class Subjects
{
    private const string Total = "total";

    public static Named Of(Asked asked)
    {
        if (asked["indicator"] is { } indicator && asked.Catalog.Indicators.LastOrDefault(i => i.Code == indicator) is { } found) return found.Named();
        return Dimension(asked)?.Named() ?? new Named(Total, FigureWords.Get(FigureLanguage.Zh, "Total"), FigureWords.Get(FigureLanguage.En, "Total"));
    }

    /// <summary>The filters in words: who scored, and what the figure is limited to.</summary>
    public static string Filters(Asked asked, FigureLanguage language)
    {
        var words = new List<string> { FigureWords.Get(language, asked["of"] == "self" ? "FilterSelf" : "FilterExpert") };
        if (Dimension(asked) is { } dimension) words.Add(dimension.Named().In(language));
        if (asked["zone"] is { } zone && asked.Catalog.Districts.FirstOrDefault(d => d.Zone == zone) is { } of) words.Add(language == FigureLanguage.Zh ? of.ZoneZh : of.ZoneEn);
        return string.Join(" · ", asked["of"] is null ? words.Skip(1) : words);
    }

    private static Warehouse.Catalogs.Dimension? Dimension(Asked asked) =>
        asked["by"] is not { } by || by == Total ? null : asked.Catalog.Dimensions.LastOrDefault(d => asked.Frameworks.Contains(d.Framework) && d.Code == by);
}
