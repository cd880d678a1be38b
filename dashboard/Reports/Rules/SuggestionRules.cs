using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>Which sentences the suggestions (意见建议) to a district say: whom to learn from, which points to win first, what to look into.</summary>
internal static class SuggestionRules
{
    private const int Named = 3;

    public static IReadOnlyList<LearnFromRow> LearnFrom(DistrictFacts facts, RuleBook book) => [.. facts.Peers.LearnFrom.Take(book["learn.from"].Most!.Value)];

    public static IReadOnlyList<Finding> Learn(DistrictFacts facts, RuleBook book, Text text)
    {
        if (facts.Peers.LearnFrom.Count == 0)
            return facts.Peers.Peers.Count == 0 ? [] : [book["learn.none"].Say(text)];

        return
        [
            .. LearnFrom(facts, book).Select(row => book["learn.from"].Say(
                text, ("indicator", Capital(text.Indicator(row.Indicator, row.NumberZh, row.LabelZh, row.LabelEn))), ("peers", Names(facts, row.Peers, text)),
                ("points", Format.Points(row.PointsBehind)), ("rate", Format.Rate(row.Rate)), ("best", Format.Rate(row.BestRate)),
                ("city", Names(facts, row.City, text)), ("cityBest", Format.Rate(row.CityBestRate)))),
        ];
    }

    public static IReadOnlyList<Finding> Next(DistrictFacts facts, RuleBook book, Text text)
    {
        if (!facts.Ranking.Complete)
        {
            var missing = facts.Quality.NoExpert;
            return [book["advise.complete"].Say(text, ("indicators", text.Indicators(missing)))];
        }

        if (facts.Profile.Next is not { } next)
            return [book[facts.Ranking.Ranked == 1 ? "next.alone" : "next.first"].Say(text)];

        var (rank, points, districts) = (Format.Count(next.Rank), Format.Points(next.Points), Names(facts, next.Districts, text));
        var reach = LearnFromRow.Reach(SuggestionRules.LearnFrom(facts, book), next.Points);
        return
        [
            reach is { } count
                ? book["next.reach"].Say(text, ("rank", rank), ("districts", districts), ("points", points), ("count", Format.Count(count)))
                : LearnFromRow.Reach(facts.Peers.LearnFrom, next.Points) is null
                    ? book["next.far"].Say(text, ("rank", rank), ("districts", districts), ("points", points))
                    : book["next.more"].Say(text, ("rank", rank), ("districts", districts), ("points", points)),
        ];
    }

    public static IReadOnlyList<Finding> Look(DistrictFacts facts, RuleBook book, Text text)
    {
        var findings = new List<Finding>();
        if (ProblemRules.Over(facts, book) is { Count: > 0 } over)
            findings.Add(book["advise.evidence"].Say(text, ("indicators", text.Indicators(over))));
        if (ProblemRules.Worsening(facts, book).Concat(ProblemRules.Fallen(facts, book)).ToList() is { Count: > 0 } fallen)
            findings.Add(book["advise.falling"].Say(text, ("indicators", text.Indicators(fallen))));
        return findings;
    }

    /// <summary>The first few names, and how many more there are.</summary>
    private static string Names(DistrictFacts facts, IReadOnlyList<string> codes, Text text)
    {
        var names = facts.Names(codes.Take(Named), text);
        return codes.Count <= Named
            ? text.List(names)
            : string.Join(text["list.between"], names) + text.Say("learn.more", Format.Count(codes.Count), Format.Count(codes.Count - Named));
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
