using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>All sentences of a report in order, without the report.</summary>
internal static class FindingsOf
{
    public static IReadOnlyList<Finding> District(DistrictFacts facts, RuleBook book, Text text)
    {
        IReadOnlyList<Finding> results = [.. ResultRules.Standing(facts, book, text), .. ResultRules.Rising(facts, book, text)];
        return
        [
            .. OverallRules.Of(facts, book, text), .. results.Count == 0 ? [ResultRules.None(book, text)] : results,
            .. ProblemRules.Weak(facts, book, text), .. ProblemRules.Gaps(facts, book, text), .. ProblemRules.Falls(facts, book, text), .. ProblemRules.Experts(facts, book, text),
            .. SuggestionRules.Learn(facts, book, text), .. SuggestionRules.Next(facts, book, text), .. SuggestionRules.Look(facts, book, text),
        ];
    }

    public static IReadOnlyList<Finding> City(RoundFacts facts, RuleBook book, Text text) =>
    [
        .. CityRules.Overall(facts, book, text), .. CityRules.Results(facts, book, text), .. CityProblemRules.Weak(facts, book, text),
        .. CityProblemRules.Agreement(facts, book, text), .. CityProblemRules.Suggestions(facts, book, text),
    ];
}
