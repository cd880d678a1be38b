using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the main results (主要成效) of a district say.</summary>
internal static class ResultRules
{
    /// <summary>Indicators that stand out, a sentence each.</summary>
    public static IReadOnlyList<PeerDifference> Ahead(DistrictFacts facts, RuleBook book) =>
        [.. PeerDifferences.Strengths(facts.Profile).Where(s => s.DifferenceRate >= book["result.ahead"].Least).Take(book["result.ahead"].Most!.Value)];

    public static IReadOnlyList<Finding> Standing(DistrictFacts facts, RuleBook book, Text text)
    {
        var findings = Ahead(facts, book).Select(s => Difference(facts, book["result.ahead"], s, text)).ToList();
        var full = facts.Results.Where(r => r.ExpertPoints == r.MaxPoints).ToList();
        if (full.Count > 0)
            findings.Add(book["result.full"].Say(text, ("indicators", text.Indicators(full))));
        var best = facts.Profile.Indicators.Where(i => i.Result.Rank == 1 && i.N > 1 && i.MinRate != i.MaxRate).Select(i => i.Result).Except(full).ToList();
        if (best.Count > 0)
            findings.Add(book["result.best"].Say(text, ("indicators", text.Indicators(best))));
        findings.AddRange(facts.Profile.Dimensions.Where(d => d.Position > 0 && d.Rank <= facts.Ranking.Ranked * book["result.dimension"].Least)
            .Select(d => book["result.dimension"].Say(text, ("dimension", text.Pick(d.NameZh, d.NameEn)), ("rank", Format.Count(d.Rank)))));
        return findings;
    }

    public static IReadOnlyList<Finding> Rising(DistrictFacts facts, RuleBook book, Text text)
    {
        var rule = book["result.risen"];
        var risen = facts.Results.Where(r => r.ChangeRate >= rule.Least).OrderByDescending(r => r.ChangeRate).Take(rule.Most!.Value).ToList();
        return risen.Count == 0 ? [] : [rule.Say(text, ("indicators", text.Indicators(risen, r => Format.SignedRate(r.ChangeRate))))];
    }

    /// <summary>What is said where neither of the above says anything.</summary>
    public static Finding None(RuleBook book, Text text) => book["result.none"].Say(text);

    internal static Finding Difference(DistrictFacts facts, Rule rule, PeerDifference difference, Text text)
    {
        var indicator = facts.Profile.Indicators.First(i => i.Result.Indicator == difference.Indicator);
        return rule.Say(
            text, ("indicator", text.Indicator(indicator.Result)), ("points", Format.Points(indicator.Result.ExpertPoints)), ("max", Format.MaxPoints(indicator.Result.MaxPoints)),
            ("rate", Format.Rate(difference.ExpertRate)), ("difference", Naming.Pp(difference.DifferenceRate)),
            ("n", Format.Count(indicator.N)), ("rank", Format.Count(indicator.Result.Rank)));
    }
}
