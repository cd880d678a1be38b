using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Overview;
using LearningCity.Dashboard.Features.Rankings;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the summary of a round says of the city as a whole: level, order, results.</summary>
internal static class CityRules
{
    public static IReadOnlyList<Finding> Overall(RoundFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding>
        {
            book["city.page"].Say(text, ("sentence", OverviewSentence.Of(facts.Summary, facts.Previous, facts.Ranking, facts.Summaries, text))),
            book["city.ranking"].Say(text, ("sentence", RankingsSentence.Of(facts.Ranking, text))),
        };
        var means = facts.Dimensions.Where(d => d.Position > 0).GroupBy(d => d.Dimension)
            .Select(g => (Row: g.First(), Rate: Means.Of(g.Select(d => d.ExpertRate)))).Where(m => m.Rate is not null).ToList();
        if (means.Count > 1 && means.Max(m => m.Rate) != means.Min(m => m.Rate))
        {
            var (best, worst) = (means.MaxBy(m => m.Rate), means.MinBy(m => m.Rate));
            findings.Add(book["city.dimensions"].Say(
                text, ("best", text.Pick(best.Row.NameZh, best.Row.NameEn)), ("bestRate", Format.Rate(best.Rate)),
                ("worst", text.Pick(worst.Row.NameZh, worst.Row.NameEn)), ("worstRate", Format.Rate(worst.Rate))));
        }

        findings.Add(Shift(facts, book, text));
        return findings;
    }

    public static IReadOnlyList<Finding> Results(RoundFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding>();
        var rule = book["city.high"];
        var high = facts.Summaries.Where(i => i.MeanRate >= rule.Least).OrderByDescending(i => i.MeanRate).Take(rule.Most!.Value).ToList();
        if (high.Count > 0)
            findings.Add(rule.Say(text, ("indicators", Indicators(high, i => Format.Rate(i.MeanRate), text))));
        if (Moved(facts, book, "city.risen", rising: true, text) is { } risen)
            findings.Add(risen);
        var climbers = facts.Ranking.Where(r => r.RankChange >= book["city.climbers"].Least).OrderByDescending(r => r.RankChange).ThenBy(r => r.Rank)
            .Take(book["city.climbers"].Most!.Value).ToList();
        if (climbers.Count > 0)
        {
            findings.Add(book["city.climbers"].Say(text, ("districts", text.List(
                [.. climbers.Select(r => $"{text.Pick(r.NameZh, r.NameEn)}{text.Pick("（", " (")}+{Format.Count(r.RankChange)}{text.Pick("）", ")")}")]))));
        }

        return findings.Count == 0 ? [book["city.none"].Say(text)] : findings;
    }

    /// <summary>Indicators, each with a number.</summary>
    internal static string Indicators(IEnumerable<IndicatorSummaryRow> rows, Func<IndicatorSummaryRow, string> number, Text text) =>
        text.List([.. rows.Select(r => $"{text.Inline(r.LabelZh, r.LabelEn)}{text.Pick("（", " (")}{number(r)}{text.Pick("）", ")")}")]);

    /// <summary>Indicators that rose or fell over the districts as a whole, by the corrected p; null when none did.</summary>
    internal static Finding? Moved(RoundFacts facts, RuleBook book, string code, bool rising, Text text)
    {
        var rule = book[code];
        var moved = facts.Changes.Rows.Where(c => c.Scope == "indicator" && c.Q < (double)rule.Least!.Value && c.HodgesLehmann is { } shift && shift > 0 == rising && shift != 0)
            .OrderByDescending(c => Math.Abs(c.HodgesLehmann!.Value)).Take(rule.Most!.Value).ToList();
        return moved.Count == 0 ? null : rule.Say(text, ("indicators", text.List(
            [.. moved.Select(c => $"{text.Inline(c.NameZh, c.NameEn)}{text.Pick("（", " (")}{Format.SignedRate(c.HodgesLehmann)}{text.Pick("）", ")")}")])));
    }

    private static Finding Shift(RoundFacts facts, RuleBook book, Text text)
    {
        var total = facts.Changes.Rows.FirstOrDefault(c => c.Scope == "total");
        if (total is not { P: { } p, HodgesLehmann: { } shift, PreviousRound: { } code } || facts.Catalog.Round(code) is not { } previous)
        {
            var reason = facts.Changes.Withheld.FirstOrDefault(w => w.Code == "total" && w.Statistic is "p" or "hodgesLehmann");
            return book["city.shift.withheld"].Say(
                text, ("reason", Naming.Within(reason is null ? new ReportWords(text)["reason.previous"] : text.Pick(reason.Zh, reason.En))));
        }

        return book[(total.Q ?? p) < (double)book["city.shift"].Least!.Value ? "city.shift" : "city.shift.unclear"].Say(
            text, ("previous", text.Pick(previous.NameZh, previous.NameEn)), ("n", Format.Count(total.N)), ("shift", Format.SignedRate(shift)), ("p", Format.P(p)));
    }
}
