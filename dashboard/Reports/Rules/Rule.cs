using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>A sentence that reports may say, and when they say it; one entry of <c>rules.json</c>.</summary>
/// <param name="Code">Names it in a report's bookmarks and in the annex, such as <c>gap.over</c>.</param>
/// <param name="Part">The part of the report that it belongs to: overall, results, problems, suggestions, or the same of the city.</param>
/// <param name="WhenZh">When it is said, for people; {least} and {most} stand for the limits.</param>
/// <param name="Zh">The sentence; its places are names in braces.</param>
/// <param name="Least">The rate, below 1, or the number from which it is said; null where the condition has no limit.</param>
/// <param name="Most">How many things it names at most; null where there is no limit.</param>
public sealed partial record Rule(string Code, string Part, string WhenZh, string WhenEn, string Zh, string En, decimal? Least = null, int? Most = null)
{
    /// <summary>The condition with its limits.</summary>
    public string When(Text text) => Fill(text.Pick(WhenZh, WhenEn), name => name switch
    {
        "least" => Least is { } least ? (least < 1 ? least * 100 : least).ToString("0.##", CultureInfo.InvariantCulture) : null,
        "most" => Most is { } most ? Format.Count(most) : null,
        _ => null,
    });

    /// <summary>The sentence with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">A place has no value: the rule's sentence and its code do not fit each other.</exception>
    public Finding Say(Text text, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            given.Add(name, value);
        return new Finding(this, Fill(text.Pick(Zh, En), given.GetValueOrDefault));
    }

    private string Fill(string sentence, Func<string, string?> value) => Place().Replace(
        sentence, match => value(match.Groups[1].Value) ?? throw new KeyNotFoundException($"The rule {Code} has no value for {match.Value}."));

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Place();
}

/// <summary>A sentence that a rule has put into a report.</summary>
public sealed record Finding(Rule Rule, string Sentence);
