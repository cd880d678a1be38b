using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Gaps;
using LearningCity.Dashboard.Features.Indicators;
using LearningCity.Dashboard.Features.Overview;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the summary of a round says of problems, and what it suggests.</summary>
internal static class CityProblemRules
{
    public static IReadOnlyList<Finding> Weak(RoundFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding>
        {
            book["city.indicators"].Say(text, ("sentence", IndicatorsSentence.Of(WeakIndicators.Of(facts.Summaries), text))),
        };
        if (CityRules.Moved(facts, book, "city.fallen", rising: false, text) is { } fallen)
            findings.Add(fallen);
        var cells = Attention.Of(facts.Results, facts.Ranking, facts.Rejected).Worsening;
        if (cells.Count > 0)
        {
            findings.Add(book["city.worsening"].Say(text, ("cells", text.List(
            [
                .. cells.Select(c => $"{text.Pick(c.DistrictZh, c.DistrictEn)}{text.Pick("", ": ")}{text.Inline(c.LabelZh, c.LabelEn)}{text.Pick("（", " (")}{Format.SignedRate(c.ChangeRate)}{text.Pick("）", ")")}"),
            ]))));
        }

        return findings;
    }

    public static IReadOnlyList<Finding> Agreement(RoundFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding> { book["city.gaps"].Say(text, ("sentence", GapsSentence.Of(Gaps.Ask(facts.Snapshot, facts.Round.Code).Rows, text))) };
        var summary = facts.Agreement.Summary;
        findings.Add(summary is { Ccc: { } ccc, LimitLow: { } low, LimitHigh: { } high }
            ? book["city.agreement"].Say(
                text, ("ccc", Format.Ratio(ccc)), ("n", Format.Count(summary.N)), ("low", Format.SignedRate(low)), ("high", Format.SignedRate(high)))
            : book["city.agreement.withheld"].Say(text, ("reason", Why(facts.Agreement.Withheld, "ccc", text))));
        var over = Over(facts, book);
        if (over.Count > 0)
        {
            findings.Add(book["city.over"].Say(text, ("indicators", text.List(
                [.. over.Select(i => $"{text.Inline(i.LabelZh, i.LabelEn)}{text.Pick("（", " (")}{Format.SignedRate(i.HodgesLehmann)}{text.Pick("）", ")")}")]))));
        }

        findings.Add(facts.Panel.Overall is { IccAk: { } icc, IccAkLow: { } iccLow, IccAkHigh: { } iccHigh } panel
            ? book["city.panel"].Say(
                text, ("icc", Format.Ratio(icc)), ("low", Format.Ratio(iccLow)), ("high", Format.Ratio(iccHigh)), ("experts", Format.Count(panel.Experts)))
            : book["city.panel.withheld"].Say(text, ("reason", Why(facts.Panel.Withheld, "iccAk", text))));
        return findings;
    }

    public static IReadOnlyList<Finding> Suggestions(RoundFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding> { First(facts, book, text) };
        var rule = book["city.learn"];
        foreach (var weak in WeakIndicators.Of(facts.Summaries).Take(rule.Most!.Value).Select(w => w.Row).Where(i => i.MaxRate > i.MeanRate))
        {
            var best = facts.Results.Where(r => r.Indicator == weak.Indicator && r.Rank == 1).ToList();
            findings.Add(rule.Say(
                text, ("indicator", text.Pick("", "On ") + text.Indicator(weak)), ("rate", Format.Rate(weak.MeanRate)),
                ("districts", text.List([.. best.Take(3).Select(r => text.Pick(r.DistrictZh, r.DistrictEn))]) + (best.Count > 3 ? text.Say("learn.more", Format.Count(best.Count), Format.Count(best.Count - 3)) : "")),
                ("best", Format.Rate(weak.MaxRate))));
        }

        if (Over(facts, book).Count > 0)
            findings.Add(book["city.standard"].Say(text));
        if (Overlapping(facts.Ranking))
            findings.Add(book["city.caution"].Say(text));
        var incomplete = facts.Ranking.Where(r => !r.Complete).ToList();
        if (incomplete.Count > 0)
            findings.Add(book["city.incomplete"].Say(text, ("districts", text.List([.. incomplete.Select(r => text.Pick(r.NameZh, r.NameEn))]))));
        return findings;
    }

    private static Finding First(RoundFacts facts, RuleBook book, Text text)
    {
        var rule = book["city.concentrate"];
        var first = WeakIndicators.Of(facts.Summaries).Select(w => w.Row).Where(i => i.Quadrant == "concentrate").Take(rule.Most!.Value).ToList();
        var lost = book["city.lost"];
        return first.Count > 0
            ? rule.Say(text, ("indicators", text.List([.. first.Select(text.Indicator)])))
            : lost.Say(text, ("indicators", CityRules.Indicators(WeakIndicators.Of(facts.Summaries).Take(lost.Most!.Value).Select(w => w.Row), i => Format.Points(i.PointsLost), text)));
    }

    /// <summary>Indicators on which districts score themselves above the experts throughout.</summary>
    private static List<AgreementIndicator> Over(RoundFacts facts, RuleBook book) =>
    [
        .. facts.Agreement.Indicators.Where(i => i.Q < (double)book["city.over"].Least!.Value && i.HodgesLehmann > 0)
            .OrderByDescending(i => i.HodgesLehmann).Take(book["city.over"].Most!.Value),
    ];

    /// <summary>As the sentence of the rankings has it.</summary>
    private static bool Overlapping(IReadOnlyList<RankingRow> rows) => Features.Rankings.RankingsSentence.Overlaps([.. rows.Where(r => r.Rank is not null).OrderBy(r => r.Rank)]) is { } found
        && found.Overlapping * 2 >= found.Pairs;

    private static string Why(IReadOnlyList<WithheldRow> withheld, string statistic, Text text) => Naming.Within(
        withheld.WhyOf(text, "total", statistic) ?? new ReportWords(text)["reason.unknown"]);
}
