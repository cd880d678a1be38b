using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>The summary of a round for the leadership (全市总结).</summary>
internal static class CitySummary
{
    /// <inheritdoc cref="DistrictReport.Write"/>
    public static IReadOnlyList<Finding> Write(RoundFacts facts, Text text, Stream target)
    {
        var (words, book, round) = (new ReportWords(text), RuleBook.Default, text.Pick(facts.Round.NameZh, facts.Round.NameEn));
        using var file = new WordFile(Front.Head(facts, words.Say("city.title", round), text), text);
        Front.Write(file, facts, round, words["city.report"], text);
        var (fits, fitting) = (facts.Ranking.Count <= ReportFigures.MostRows, facts.Indicators.Count <= ReportFigures.MostRows);

        file.Heading(1, words["overall"]);
        foreach (var paragraph in CityRules.Overall(facts, book, text).Chunk(2))
            file.Say(paragraph);
        file.Table(words["table.ranking"], CityTables.Ranking(facts, text), words["table.ranking.note"]);
        if (fits)
            file.Figure(ReportFigures.Of(facts, text, "rank-interval", ("round", facts.Round.Code)));
        file.Table(words["table.cityDimensions"], CityTables.Dimensions(facts, text), words["table.cityDimensions.note"]);

        file.Heading(1, words["results"]);
        file.SayEach(CityRules.Results(facts, book, text));

        file.Heading(1, words["problems"]);
        file.Heading(2, words["problems.weak"]);
        file.SayEach(CityProblemRules.Weak(facts, book, text));
        file.Table(words["table.weak"], CityTables.Weak(facts, text), words["table.weak.note"]);
        if (fitting)
            file.Figure(ReportFigures.Of(facts, text, "importance-performance", ("round", facts.Round.Code)));
        file.Heading(2, words["problems.gaps"]);
        file.SayEach(CityProblemRules.Agreement(facts, book, text));
        if (fits)
            file.Figure(ReportFigures.Of(facts, text, "gaps", ("round", facts.Round.Code)));

        file.Heading(1, words["suggestions"]);
        file.SayEach(CityProblemRules.Suggestions(facts, book, text));

        file.Heading(1, words["method"]);
        Notes.Method(file, facts, text);
        file.Heading(1, words["data"]);
        Notes.Data(file, facts, text);

        file.Annex(words["annex.indicators"]);
        file.Table(words.Say("table.cityIndicators", Format.Count(facts.Indicators.Count)), CityTables.Indicators(facts, text), words["table.cityIndicators.note"]);
        file.Annex(words["annex.rules"]);
        Notes.Rules(file, text);
        file.Save(target);
        return file.Said;
    }
}
