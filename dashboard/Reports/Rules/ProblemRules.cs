using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Overview;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the problems (存在问题) of a district say.</summary>
internal static class ProblemRules
{
    public static IReadOnlyList<PeerDifference> Behind(DistrictFacts facts, RuleBook book) =>
        [.. PeerDifferences.Weaknesses(facts.Profile).Where(w => -w.DifferenceRate >= book["weak.behind"].Least).Take(book["weak.behind"].Most!.Value)];

    /// <summary>Indicators on which the district is far above the experts' view, the largest gap first.</summary>
    public static IReadOnlyList<IndicatorResultRow> Over(DistrictFacts facts, RuleBook book) =>
        [.. facts.Results.Where(r => r.GapRate >= book["gap.over"].Least).OrderByDescending(r => r.GapRate).Take(book["gap.over"].Most!.Value)];

    public static IReadOnlyList<IndicatorResultRow> Under(DistrictFacts facts, RuleBook book) =>
        [.. facts.Results.Where(r => -r.GapRate >= book["gap.under"].Least).OrderBy(r => r.GapRate).Take(book["gap.under"].Most!.Value)];

    /// <summary>Weak and falling, as the overview's list of what needs attention has them.</summary>
    public static IReadOnlyList<IndicatorResultRow> Worsening(DistrictFacts facts, RuleBook book) =>
        [.. facts.Results.Where(r => Attention.IsWorsening(r, facts.City.WeakBelow)).OrderBy(r => r.ChangeRate).Take(book["fall.weak"].Most!.Value)];

    /// <summary>Clear falls that are not named as weak and falling already.</summary>
    public static IReadOnlyList<IndicatorResultRow> Fallen(DistrictFacts facts, RuleBook book) =>
        [.. facts.Results.Where(r => -r.ChangeRate >= book["fall.large"].Least).Except(Worsening(facts, book)).OrderBy(r => r.ChangeRate).Take(book["fall.large"].Most!.Value)];

    public static IReadOnlyList<Finding> Weak(DistrictFacts facts, RuleBook book, Text text)
    {
        var findings = Behind(facts, book).Select(w => ResultRules.Difference(facts, book["weak.behind"], w, text)).ToList();
        if (findings.Count == 0)
            findings.Add(book["weak.none"].Say(text));
        var lost = facts.Results.Select(r => r.PointsLost).OfType<decimal>().OrderDescending().ToList();
        var rule = book["weak.share"];
        if (lost.Sum() is > 0 and var all && lost.Count > rule.Most)
            findings.Add(rule.Say(text, ("count", Format.Count(rule.Most)), ("share", Format.Rate(lost.Take(rule.Most!.Value).Sum() / all))));
        return findings;
    }

    public static IReadOnlyList<Finding> Gaps(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.Results.All(r => r.GapRate is null))
            return [book["gap.missing"].Say(text)];

        var findings = new List<Finding>();
        foreach (var (code, rows) in new[] { ("gap.over", Over(facts, book)), ("gap.under", Under(facts, book)) })
        {
            if (rows.Count > 0)
                findings.Add(book[code].Say(text, ("indicators", text.Indicators(rows, r => Format.SignedRate(r.GapRate)))));
        }

        if (findings.Count == 0)
            findings.Add(book["gap.none"].Say(text));
        var effect = facts.City.Agreement.Districts.FirstOrDefault(d => d.District == facts.District.Code)?.Effect;
        if (effect is { } high && (decimal)high >= book["gap.effect"].Least)
            findings.Add(book["gap.effect"].Say(text, ("effect", Naming.Pp((decimal)high))));
        return findings;
    }

    public static IReadOnlyList<Finding> Falls(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.Results.All(r => r.ChangeRate is null))
            return [book["fall.unknown"].Say(text)];

        var findings = new List<Finding>();
        foreach (var (code, rows) in new[] { ("fall.weak", Worsening(facts, book)), ("fall.large", Fallen(facts, book)) })
        {
            if (rows.Count > 0)
                findings.Add(book[code].Say(text, ("indicators", text.Indicators(rows, r => Format.SignedRate(r.ChangeRate)))));
        }

        return findings.Count == 0 ? [book["fall.none"].Say(text)] : findings;
    }

    public static IReadOnlyList<Finding> Experts(DistrictFacts facts, RuleBook book, Text text)
    {
        var rule = book["expert.apart"];
        var apart = facts.Results.Where(r => Spread(r) >= rule.Least).OrderByDescending(Spread).Take(rule.Most!.Value).ToList();
        return apart.Count == 0 ? [] : [rule.Say(text, ("indicators", text.Indicators(apart, r => Format.Rate(Spread(r)))))];
    }

    private static decimal? Spread(IndicatorResultRow row) => (decimal?)row.ExpertSd / row.MaxPoints;
}
