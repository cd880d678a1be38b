using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Workbooks;

/// <summary>The annex: a sheet for each question behind the reports, the rules behind their sentences, and what the columns mean.</summary>
internal static class AnnexBook
{
    public static void Write(RoundFacts facts, Text text, Stream target)
    {
        var words = new ReportWords(text);
        List<AnnexSheet> sheets = [.. Questions(facts, text), Sentences(facts, text)];
        AnnexWriter.Write(
            [About(facts, text), .. sheets, Dictionary(sheets, text)],
            facts.Info.Sample ? $"{words.Say("city.title", text.Pick(facts.Round.NameZh, facts.Round.NameEn))} {words["sample.mark"]}" : words.Say("city.title", text.Pick(facts.Round.NameZh, facts.Round.NameEn)),
            target);
    }

    private static IEnumerable<AnnexSheet> Questions(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        yield return AnnexSheet.Of(
            words["sheet.rankings"], facts.Ranking, text, 3, "rank", "district", "name", "zoneName", "points", "maxPoints", "rate*", "rankLow", "rankHigh", "pTop3", "previousRound", "previousRank",
            "rankChange", "previousRate", "selfPoints", "gapPoints", "complete", "indicatorsScored", "indicatorsExpected");
        yield return AnnexSheet.Of(
            words["sheet.dimensions"], facts.Dimensions, text, 2, "district", "dimension", "name", "maxPoints", "expertPoints", "selfPoints", "expertRate*", "selfRate*", "gapPoints", "gapRate±", "pointsLost", "rank", "selfRank");
        yield return Matrix(words["sheet.heat"], facts, text, r => r.ExpertRate, AnnexFormat.Rate, AnnexColours.Sequential, "expertRate");
        yield return Matrix(words["sheet.gapHeat"], facts, text, r => r.GapRate, AnnexFormat.SignedRate, AnnexColours.Diverging, "gapRate");
        yield return AnnexSheet.Of(
            words["sheet.indicators"], facts.Summaries, text, 2, "indicator", "label", "dimension", "maxPoints", "n", "meanPoints", "meanRate*", "selfMeanRate", "medianRate", "minRate", "maxRate", "sd", "pointsLost",
            "pointsLostShare", "ceilingShare", "floorShare", "itemTotal", "previousMeanRate", "changeRate±", "gapRate±", "quadrant");
        yield return AnnexSheet.Of(
            words["sheet.results"], facts.Results, text, 4, "district", "districtName", "indicator", "label", "dimension", "maxPoints", "selfPoints", "expertPoints", "expertSd", "experts", "selfRate", "expertRate*", "gapPoints",
            "gapRate±", "pointsLost", "rank", "previousRound", "previousExpertRate", "changeRate±");
        yield return AnnexSheet.Of(
            words["sheet.agreement"], facts.Agreement.Districts, text, 2, "district", "name", "selfRate", "expertRate", "gapRate±", "effect±", "effectN", "previousRound", "previousGapRate");
        yield return AnnexSheet.Of(
            words["sheet.tests"], facts.Agreement.Indicators, text, 2, "indicator", "label", "n", "nEffective", "v", "p", "q", "minimumP", "hodgesLehmann±", "rankBiserial", "effect", "previousHodgesLehmann");
        yield return AnnexSheet.Of(
            words["sheet.certainty"], facts.Certainty.Rows, text, 2, "district", "name", "rank", "rankLow", "rankHigh", "pTop3", "withoutExpertBest", "withoutExpertWorst", "withoutIndicatorBest", "withoutIndicatorWorst");
        yield return AnnexSheet.Of(
            words["sheet.panel"], facts.Panel.Rows, text, 2, "indicator", "label", "districts", "experts", "cells", "crossed", "iccA1", "iccA1Low", "iccA1High", "iccAk", "iccAkLow", "iccAkHigh", "krippendorffAlpha", "withinSd");
        yield return AnnexSheet.Of(
            words["sheet.changes"], facts.Changes.Rows, text, 3, "scope", "code", "name", "previousRound", "n", "nEffective", "v", "p", "q", "minimumP", "hodgesLehmann±", "rankBiserial", "spearman", "kendallTauB");
        yield return AnnexSheet.Of(
            words["sheet.trends"], Trends.Ask(facts.Snapshot, "*").Rows, text, 3, "district", "name", "roundName", "date", "framework", "points", "maxPoints", "rate*", "selfRate", "previousRound", "change±",
            "comparable", "reasonName");
        yield return Withheld(facts, text);
    }

    /// <summary>Districts down, indicators across: a heat table.</summary>
    private static AnnexSheet Matrix(
        string name, RoundFacts facts, Text text, Func<IndicatorResultRow, decimal?> value, AnnexFormat format, AnnexColours colours, string field)
    {
        var words = new ReportWords(text);
        var cells = facts.Results.ToDictionary(r => (r.District, r.Indicator), value);
        string Code(object row) => ((RankingRow)row).District;
        return new AnnexSheet(
            name,
            [
                new(words["field.district"], "district", words["meaning.district"], AnnexFormat.Text, Code),
                new(words["field.name"], null, words["meaning.name"], AnnexFormat.Text, row => text.Pick(((RankingRow)row).NameZh, ((RankingRow)row).NameEn)),
                .. facts.Indicators.Select(i => new AnnexColumn(
                    text.Pick($"{i.NumberZh} {i.LabelZh}", $"{i.Code} {i.LabelEn}"), field, words["meaning." + field], format,
                    row => cells.GetValueOrDefault((Code(row), i.Code)), colours)),
            ],
            facts.Ranking, 2);
    }

    private static AnnexSheet Withheld(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var all = new (string Sheet, IReadOnlyList<WithheldRow> Rows)[]
        {
            (words["sheet.certainty"], facts.Certainty.Withheld), (words["sheet.agreement"], facts.Agreement.Withheld), (words["sheet.panel"], facts.Panel.Withheld), (words["sheet.changes"], facts.Changes.Withheld),
        };
        return Own(
            words["sheet.withheld"], text, ["of", "statistic", "district", "code", "reason"],
            [.. all.SelectMany(a => a.Rows.Select(r => new[] { a.Sheet, r.Statistic, r.District ?? "", r.Code, text.Pick(r.Zh, r.En) }))]);
    }

    /// <summary>Every sentence of the summary and of the districts' reports with the rule that put it there.</summary>
    private static AnnexSheet Sentences(RoundFacts facts, Text text)
    {
        var (words, book) = (new ReportWords(text), RuleBook.Default);
        var said = FindingsOf.City(facts, book, text).Select(f => (Of: words["file.summary"], f)).Concat(
            facts.Ranking.Select(r => DistrictFacts.Read(facts, facts.Catalog.District(r.District)!)!)
                .SelectMany(d => FindingsOf.District(d, book, text).Select(f => (Of: text.Pick(d.District.NameZh, d.District.NameEn), f))));
        return Own(
            words["sheet.sentences"], text, ["report", "part", "rule", "when", "least", "sentence"],
            [
                .. said.Select(s => new[]
                {
                    s.Of, words["part." + s.f.Rule.Part], s.f.Rule.Code, s.f.Rule.When(text), s.f.Rule.Least?.ToString(CultureInfo.InvariantCulture) ?? "", s.f.Sentence,
                }),
            ]);
    }

    private static AnnexSheet About(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var rows = new List<string[]>
        {
            new[] { words["about.round"], text.Pick(facts.Round.NameZh, facts.Round.NameEn) },
            new[] { words["about.framework"], text.Pick(facts.Framework.NameZh, facts.Framework.NameEn) },
            new[] { words["about.snapshot"], facts.Info.Id },
            new[] { "SHA-256", facts.Info.Sha256 },
            new[] { words["about.published"], Format.Time(facts.Info.PublishedAt, text) },
            new[] { words["about.districts"], words.Say("data.evaluated", Format.Count(facts.Summary.Evaluated), Format.Count(facts.Summary.CompleteExpert), Format.Count(facts.Summary.CompleteSelf)) },
            new[] { words["about.missing"], words["about.missing.text"] },
        };
        if (facts.Info.Sample)
            rows.Insert(0, [words["sample.mark"], words["cover.sample"]]);
        return Own(words["sheet.about"], text, ["item", "value"], rows);
    }

    private static AnnexSheet Dictionary(IReadOnlyList<AnnexSheet> sheets, Text text) => Own(
        new ReportWords(text)["sheet.dictionary"], text, ["sheet", "head", "field", "meaning"],
        [.. sheets.SelectMany(s => s.Columns.Select(c => new[] { s.Name, c.Head, c.Field ?? "", c.Meaning }))]);

    /// <summary>A sheet of text with columns of the workbook's own.</summary>
    private static AnnexSheet Own(string name, Text text, string[] columns, IReadOnlyList<string[]> rows)
    {
        var words = new ReportWords(text);
        return new AnnexSheet(
            name, [.. columns.Select((c, i) => new AnnexColumn(words["own." + c], null, words["own." + c + ".meaning"], AnnexFormat.Text, row => ((string[])row)[i]))], rows);
    }
}
