using LearningCity.Dashboard.Figures;

namespace LearningCity.Dashboard.Tests.Figures;

/// <summary>The cases that all figures are held to.</summary>
internal static class FigureSamples
{
    public static FigureContext Context(FigureLanguage language) => new(
        language, "20261103T021500Z-7c1e90ab", true, "2026", language == FigureLanguage.Zh ? "2026年评估" : "2026 evaluation",
        language == FigureLanguage.Zh ? "专家评分" : "expert scores", "round=2026");

    public static Figure Of(string name, FigureLanguage language) => FigureCatalog.Find(name)!.Sample(Context(language));

    /// <summary>Every figure in both languages and all widths.</summary>
    public static TheoryData<string, FigureLanguage, int> All()
    {
        var data = new TheoryData<string, FigureLanguage, int>();
        foreach (var entry in FigureCatalog.All)
        {
            foreach (var language in Enum.GetValues<FigureLanguage>())
            {
                foreach (var width in FigureWidths.All) data.Add(entry.Name, language, width);
            }
        }

        return data;
    }

    public static TheoryData<string, FigureLanguage> Named()
    {
        var data = new TheoryData<string, FigureLanguage>();
        foreach (var entry in FigureCatalog.All)
        {
            foreach (var language in Enum.GetValues<FigureLanguage>()) data.Add(entry.Name, language);
        }

        return data;
    }
}
