using System.Text.RegularExpressions;
using LearningCity.Dashboard.Tests.Resources;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed partial class ReportWordsTests
{
    private static readonly string Dashboard = Path.Combine(TextTests.Root(), "dashboard");
    private static readonly Dictionary<string, string> Chinese = TextTests.Read("Reports.resx");
    private static readonly Dictionary<string, string> English = TextTests.Read("Reports.en.resx");

    /// <summary>Keys that are put together from the name of a column, sheet or part.</summary>
    private static readonly string[] Families = ["field.", "own.", "part.", "meaning."];

    [Fact]
    public void Both_languages_have_the_same_keys() => English.Keys.Order().ShouldBe(Chinese.Keys.Order());

    [Fact]
    public void Both_languages_fill_the_same_places() =>
        Chinese.Where(t => !Places(t.Value).SetEquals(Places(English[t.Key]))).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void Chinese_words_are_Chinese_and_English_words_are_not()
    {
        English.Where(t => Han().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty();
        Chinese.Where(t => LongLatin().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_word_that_is_asked_for_exists_and_every_word_is_asked_for()
    {
        var code = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Dashboard, "Reports"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var asked = KeyInCode().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();

        asked.Where(k => !Chinese.ContainsKey(k) && !Families.Contains(k)).ShouldBeEmpty();
        Chinese.Keys.Where(k => !code.Contains($"\"{k}\"", StringComparison.Ordinal) && !Families.Any(f => k.StartsWith(f, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff，。；：（）、]")]
    private static partial Regex Han();

    [GeneratedRegex(@"[A-Za-z]{4,}")]
    private static partial Regex LongLatin();

    [GeneratedRegex(@"(?:words|ReportWords\(text\))(?:\[|\.Say\(\s*)""([a-zA-Z0-9.]+)""")]
    private static partial Regex KeyInCode();
}
