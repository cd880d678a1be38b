using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Districts;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the overall judgement (总体评价) of a district says.</summary>
internal static class OverallRules
{
    public static IReadOnlyList<Finding> Of(DistrictFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding> { Total(facts, book, text) };
        if (facts.Ranking.Complete)
        {
            if (Median(facts, book, text) is { } median)
                findings.Add(median);
            findings.Add(Interval(facts, book, text));
            findings.Add(Change(facts, book, text));
        }

        if (Dimensions(facts, book, text) is { } dimensions)
            findings.Add(dimensions);
        findings.Add(Self(facts, book, text));
        var next = facts.Profile.Next is { } up ? facts.Names(up.Districts, text) : [];
        findings.Add(book["overall.page"].Say(text, ("sentence", DistrictSentence.Of(facts.Profile, next, text))));
        return findings;
    }

    private static Finding Total(DistrictFacts facts, RuleBook book, Text text)
    {
        var (row, district, round) = (facts.Ranking, text.Pick(facts.District.NameZh, facts.District.NameEn), text.Pick(facts.City.Round.NameZh, facts.City.Round.NameEn));
        return row.Rank is null
            ? book["overall.incomplete"].Say(
                text, ("district", district), ("round", round), ("scored", Format.Count(row.IndicatorsScored)), ("expected", Format.Count(row.IndicatorsExpected)))
            : book[row.Ranked == 1 ? "overall.total.alone" : row.Tied ? "overall.total.tied" : "overall.total"].Say(
                text, ("district", district), ("round", round), ("points", Format.Points(row.Points)), ("max", Format.MaxPoints(row.MaxPoints)),
                ("rate", Format.Rate(row.Rate)), ("ranked", Format.Count(row.Ranked)), ("rank", Format.Count(row.Rank)));
    }

    private static Finding? Median(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.City.Summary.MedianPoints is not { } median || facts.Ranking.Ranked < 2)
            return null;

        var difference = facts.Ranking.Points!.Value - median;
        return difference == 0
            ? book["overall.level"].Say(text, ("median", Format.Points(median)))
            : book[difference > 0 ? "overall.above" : "overall.below"].Say(text, ("median", Format.Points(median)), ("points", Format.Points(Math.Abs(difference))));
    }

    private static Finding Interval(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.Ranking is not { RankLow: { } low, RankHigh: { } high })
        {
            var reason = facts.City.Certainty.Withheld.FirstOrDefault(w => w.Statistic == "rankLow" && (w.District is null || w.District == facts.District.Code));
            return book["overall.interval.withheld"].Say(
                text, ("reason", Naming.Within(reason is null ? new ReportWords(text)["reason.unknown"] : text.Pick(reason.Zh, reason.En))));
        }

        return low == high
            ? book["overall.interval.firm"].Say(text, ("low", Format.Count(low)))
            : book["overall.interval"].Say(text, ("low", Format.Count(low)), ("high", Format.Count(high)));
    }

    private static Finding Change(DistrictFacts facts, RuleBook book, Text text)
    {
        var row = facts.Ranking;
        if (row.PreviousRank is null || facts.City.Catalog.Round(row.PreviousRound!) is not { } round)
            return book["overall.first"].Say(text);

        var previous = text.Pick(round.NameZh, round.NameEn);
        if (row.SameFramework == false)
            return book["overall.framework"].Say(text, ("previous", previous), ("before", Format.Rate(row.PreviousRate)), ("rate", Format.Rate(row.Rate)));

        var (change, before, rank) = (row.Points!.Value - row.PreviousPoints!.Value, Of(row.PreviousRank, row.PreviousRanked, text), Of(row.Rank, row.Ranked, text));
        return change == 0
            ? book["overall.same"].Say(text, ("previous", previous), ("before", before), ("rank", rank))
            : book[change > 0 ? "overall.up" : "overall.down"].Say(
                text, ("previous", previous), ("points", Format.Points(Math.Abs(change))), ("before", before), ("rank", rank));
    }

    /// <summary>Ranks of two rounds compare only with how many districts each was among.</summary>
    private static string Of(int? rank, int? ranked, Text text) => new ReportWords(text).Say("rank.among", Format.Count(rank), Format.Count(ranked));

    private static Finding? Dimensions(DistrictFacts facts, RuleBook book, Text text)
    {
        var known = facts.Profile.Dimensions.Where(d => d.Position > 0 && d.ExpertRate is not null).ToList();
        if (known.Count < 2 || known.Count < facts.Profile.Dimensions.Count - 1)
            return null;

        var (best, worst) = (known.MaxBy(d => d.ExpertRate)!, known.MinBy(d => d.ExpertRate)!);
        return best.ExpertRate == worst.ExpertRate ? null : book["overall.dimensions"].Say(
            text, ("best", Name(best, text)), ("bestRate", Format.Rate(best.ExpertRate)), ("worst", Name(worst, text)), ("worstRate", Format.Rate(worst.ExpertRate)));
    }

    private static string Name(DimensionResultRow row, Text text) => text.Pick(row.NameZh, row.NameEn);

    private static Finding Self(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.Ranking.GapPoints is not { } gap)
            return book["overall.self.withheld"].Say(text);

        return gap == 0
            ? book["overall.self.equal"].Say(text)
            : book[gap > 0 ? "overall.self.higher" : "overall.self.lower"].Say(
                text, ("self", Format.Points(facts.Ranking.SelfPoints)), ("points", Format.Points(Math.Abs(gap))),
                ("mean", Format.SignedPoints(facts.City.Summary.MeanGapPoints)));
    }
}
