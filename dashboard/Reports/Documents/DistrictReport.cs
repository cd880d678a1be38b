using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>The feedback report (反馈报告) of one district: judgement, results, problems, suggestions, and what they rest on.</summary>
internal static class DistrictReport
{
    /// <summary>Writes the report; the same snapshot gives the same bytes.</summary>
    /// <returns>The sentences that rules put into it, in order.</returns>
    public static IReadOnlyList<Finding> Write(DistrictFacts facts, Text text, Stream target)
    {
        var (words, book) = (new ReportWords(text), RuleBook.Default);
        var (district, round) = (text.Pick(facts.District.NameZh, facts.District.NameEn), text.Pick(facts.City.Round.NameZh, facts.City.Round.NameEn));
        var title = words.Say("district.title", district, round);
        using var file = new WordFile(Front.Head(facts.City, title, text), text);
        Front.Write(file, facts.City, district, words.Say("district.report", round), text);

        file.Heading(1, words["overall"]);
        foreach (var paragraph in OverallRules.Of(facts, book, text).Chunk(4))
            file.Say(paragraph);
        file.Table(words.Say("table.dimensions", district), DistrictTables.Dimensions(facts, text), words["table.dimensions.note"]);
        if (facts.Ranking.Complete && facts.City.Ranking.Count <= ReportFigures.MostRows)
            file.Figure(ReportFigures.Of(facts.City, text, "totals", ("round", facts.City.Round.Code), ("of", "expert"), ("district", facts.District.Code)));

        Results(file, facts, book, text, words);
        Problems(file, facts, book, text, words, district);
        Suggestions(file, facts, book, text, words);

        file.Heading(1, words["method"]);
        Notes.Method(file, facts.City, text);
        file.Heading(1, words["data"]);
        Notes.Data(file, facts.City, text);
        Notes.District(file, facts, text);

        file.Annex(words["annex.indicators"]);
        file.Table(words.Say("table.indicators", district, Format.Count(facts.City.Indicators.Count)), DistrictTables.Indicators(facts, text), words["table.indicators.note"]);
        if (facts.Results.Any(r => r.ExpertRate is not null) && facts.City.Indicators.Count <= ReportFigures.MostRows)
            file.Figure(ReportFigures.Of(facts.City, text, "spine", ("round", facts.City.Round.Code), ("district", facts.District.Code), ("peers", "city")));
        file.Annex(words["annex.rules"]);
        Notes.Rules(file, text);
        file.Save(target);
        return file.Said;
    }

    private static void Results(WordFile file, DistrictFacts facts, RuleBook book, Text text, ReportWords words)
    {
        file.Heading(1, words["results"]);
        var (standing, rising) = (ResultRules.Standing(facts, book, text), ResultRules.Rising(facts, book, text));
        if (standing.Count == 0 && rising.Count == 0)
        {
            file.Say(ResultRules.None(book, text));
        }
        else
        {
            if (standing.Count > 0)
            {
                file.Heading(2, words["results.standing"]);
                file.SayEach(standing);
            }

            if (rising.Count > 0)
            {
                file.Heading(2, words["results.rising"]);
                file.SayEach(rising);
            }
        }
    }

    private static void Problems(WordFile file, DistrictFacts facts, RuleBook book, Text text, ReportWords words, string district)
    {
        file.Heading(1, words["problems"]);
        file.Heading(2, words["problems.weak"]);
        file.SayEach(ProblemRules.Weak(facts, book, text));
        file.Heading(2, words["problems.gaps"]);
        file.SayEach(ProblemRules.Gaps(facts, book, text));
        if (DistrictTables.Gaps(facts, book, text) is { } gaps)
            file.Table(words.Say("table.gaps", district), gaps, words["table.gaps.note"]);
        file.Heading(2, words["problems.falls"]);
        file.SayEach(ProblemRules.Falls(facts, book, text));
        if (facts.Profile.History.Count > 1)
        {
            file.Table(words.Say("table.history", district), DistrictTables.History(facts, text), words["table.history.note"]);
            file.Figure(ReportFigures.Of(facts.City, text, "trend", ("by", "total"), ("of", "expert"), ("district", facts.District.Code)));
        }

        if (ProblemRules.Experts(facts, book, text) is { Count: > 0 } experts)
        {
            file.Heading(2, words["problems.experts"]);
            file.SayEach(experts);
        }
    }

    private static void Suggestions(WordFile file, DistrictFacts facts, RuleBook book, Text text, ReportWords words)
    {
        file.Heading(1, words["suggestions"]);
        if (SuggestionRules.Learn(facts, book, text) is { Count: > 0 } learn)
        {
            file.Heading(2, words["suggestions.learn"]);
            file.Paragraph(words.Say("suggestions.peers", text.List(facts.Names(facts.Peers.Peers.Select(p => p.District), text)), text.Pick(facts.Peers.WhyZh, facts.Peers.WhyEn)));
            file.SayEach(learn);
        }

        file.Heading(2, words[facts.Ranking.Complete ? "suggestions.next" : "suggestions.complete"]);
        file.SayEach(SuggestionRules.Next(facts, book, text));
        if (SuggestionRules.Look(facts, book, text) is { Count: > 0 } look)
        {
            file.Heading(2, words["suggestions.look"]);
            file.SayEach(look);
        }
    }
}
