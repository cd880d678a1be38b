using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>The figures of the pages, asked for as their own addresses ask for them.</summary>
internal static class ReportFigures
{
    /// <summary>A figure with a row for each district or indicator is left out beyond this: it would not fit a page.</summary>
    public const int MostRows = 40;

    public static Figure Of(RoundFacts facts, Text text, string name, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var asked = new Asked(facts.Snapshot, facts.Store);
        foreach (var (parameter, value) in parameters)
            asked.Set(parameter, value);
        var language = text.IsChinese ? FigureLanguage.Zh : FigureLanguage.En;
        return FigureCatalog.Find(name)!.Ask(asked, new FigureContext(
            language, facts.Info.Id, facts.Info.Sample, asked["round"], asked["round"] is null ? null : text.Pick(facts.Round.NameZh, facts.Round.NameEn)));
    }
}
