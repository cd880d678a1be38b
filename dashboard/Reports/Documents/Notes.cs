using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>How the numbers were made and what is to be known of the data, in the words of /methods and of the pages.</summary>
internal static class Notes
{
    private static readonly string[] Methods = ["score", "rank", "change", "gap", "peers", "missing"];

    public static void Method(WordFile file, RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        foreach (var method in Methods)
        {
            file.Heading(2, text[$"methods.{method}"]);
            foreach (var paragraph in text[$"methods.{method}.text"].Split('\n'))
                file.Paragraph(paragraph);
            if (method == "rank")
                file.Paragraph(words["method.interval"] + text.Say("rankings.note.interval", Format.Count(facts.Certainty.Draws ?? RankIntervalMart.Settings.Draws), facts.Certainty.Seed ?? RankIntervalMart.Settings.Seed));
        }
    }

    /// <summary>The snapshot, its checks, who is missing, and the statistics that are not given.</summary>
    public static void Data(WordFile file, RoundFacts facts, Text text)
    {
        var (words, info) = (new ReportWords(text), facts.Info);
        file.Paragraph(words.Say("data.snapshot", info.Id, Format.Time(info.PublishedAt, text), info.Sha256[..16]), loose: true);
        if (info.Sample)
            file.Paragraph(words["cover.sample"]);
        file.Paragraph(info.ChecksWarned == 0 ? words["data.checks"] : words.Say("data.checks.warned", Format.Count(info.ChecksWarned)));
        file.Paragraph(words.Say("data.evaluated", Format.Count(facts.Summary.Evaluated), Format.Count(facts.Summary.CompleteExpert), Format.Count(facts.Summary.CompleteSelf)));
        var incomplete = facts.Ranking.Where(r => !r.Complete).ToList();
        if (incomplete.Count > 0)
        {
            file.Paragraph(text.Say("attention.incomplete", text.List(
                [.. incomplete.Select(r => text.Say("attention.incomplete.one", text.Pick(r.NameZh, r.NameEn), Format.Count(r.IndicatorsScored), Format.Count(r.IndicatorsExpected)))])));
        }

        file.Paragraph(text.Say("attention.rejected", Format.Count(facts.Rejected.Count(r => r.Severity == "reject")), Format.Count(facts.Rejected.Count(r => r.Severity == "warn"))));
        Withheld(file, facts, text);
    }

    public static void District(WordFile file, DistrictFacts facts, Text text)
    {
        var (quality, words) = (facts.Quality, new ReportWords(text));
        file.Heading(2, words.Say("data.district", text.Pick(facts.District.NameZh, facts.District.NameEn)));
        file.Paragraph(Missing("quality.expert", "quality.expert.all", quality.NoExpert, text));
        file.Paragraph(Missing("quality.self", "quality.self.all", quality.NoSelf, text));
        file.Paragraph(quality.Experts is { } experts ? text.Say("quality.experts", Format.Range(experts.Fewest, experts.Most)) : text["quality.experts.none"]);
        file.Paragraph(quality.Findings.Count == 0
            ? text["quality.findings.none"]
            : text.Say("quality.findings", Format.Count(quality.Of("reject")), Format.Count(quality.Of("warn")), Format.Count(quality.Of("note"))) + words["stop"]);
    }

    /// <summary>The rules behind the sentences of this report, each with how often it spoke.</summary>
    public static void Rules(WordFile file, Text text)
    {
        var words = new ReportWords(text);
        file.Paragraph(words["rules.about"]);
        file.Table(
            words["table.rules"],
            new WordTable(
                [new(words["col.rule"], 26), new(words["col.when"], 62), new(words["col.times"], 12, true)],
                [.. file.Said.GroupBy(f => f.Rule).Select(g => new[] { g.Key.Code, g.Key.When(text), Format.Count(g.Count()) })]));
    }

    /// <summary>Each reason once, with what is not given for it.</summary>
    private static void Withheld(WordFile file, RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var parts = new (string Key, IReadOnlyList<WithheldRow> Rows)[]
        {
            ("withheld.certainty", facts.Certainty.Withheld), ("withheld.agreement", facts.Agreement.Withheld), ("withheld.panel", facts.Panel.Withheld), ("withheld.changes", facts.Changes.Withheld),
        };
        var reasons = parts.SelectMany(p => p.Rows.Select(r => text.Pick(r.Zh, r.En)).Distinct().Take(3).Select(reason => words.Say(p.Key, Naming.Within(reason)))).ToList();
        file.Paragraph(reasons.Count == 0 ? words["withheld.none"] : words["withheld.some"] + string.Join(text["sentence.between"], reasons));
    }

    private static string Missing(string key, string none, IReadOnlyList<IndicatorResultRow> rows, Text text) => rows.Count == 0
        ? text[none]
        : text.Say(key, Format.Count(rows.Count), text.List([.. rows.Select(r => text.Pick(r.NumberZh + " " + r.LabelZh, r.Indicator + " " + r.LabelEn))]));
}
