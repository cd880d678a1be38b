using System.Text.RegularExpressions;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Tests.Resources;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed partial class RuleBookTests
{
    private static readonly IReadOnlyList<Rule> Rules = RuleBook.Default.Rules;

    [Fact]
    public void Both_languages_of_a_rule_say_the_same_things()
    {
        foreach (var rule in Rules)
        {
            Places(rule.En).SetEquals(Places(rule.Zh)).ShouldBeTrue(rule.Code);
            Places(rule.WhenEn).SetEquals(Places(rule.WhenZh)).ShouldBeTrue(rule.Code);
            Han().IsMatch(rule.En + rule.WhenEn).ShouldBeFalse(rule.Code);
            Han().IsMatch(rule.WhenZh).ShouldBeTrue(rule.Code);
        }
    }

    [Fact]
    public void A_rule_tells_each_of_its_limits_to_the_reader()
    {
        foreach (var rule in Rules)
        {
            HashSet<string> limits = [.. new[] { rule.Least is null ? null : "{least}", rule.Most is null ? null : "{most}" }.OfType<string>()];
            Places(rule.WhenZh).SetEquals(limits).ShouldBeTrue(rule.Code);
            rule.When(Text.English).ShouldNotContain("{");
        }
    }

    [Fact]
    public void Every_rule_is_asked_by_code_and_every_rule_that_code_asks_for_exists()
    {
        var code = string.Join('\n', Directory.EnumerateFiles(Path.Combine(TextTests.Root(), "dashboard", "Reports", "Rules"), "*.cs").Select(File.ReadAllText));

        Rules.Where(r => !code.Contains($"\"{r.Code}\"", StringComparison.Ordinal)).Select(r => r.Code).ShouldBeEmpty();
        Asked().Matches(code).Select(m => m.Groups[1].Value).Where(c => Rules.All(r => r.Code != c)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_speaks_somewhere()
    {
        var spoken = ReportWorlds.Said(Text.Chinese).Select(f => f.Rule.Code).ToHashSet();

        Rules.Select(r => r.Code).Where(c => !spoken.Contains(c)).ShouldBeEmpty("a rule that never speaks is dead, or a world where it does is to be made");
    }

    [Fact]
    public void A_sentence_with_an_unfilled_place_is_refused() =>
        Should.Throw<KeyNotFoundException>(() => RuleBook.Default["overall.above"].Say(Text.Chinese, ("median", "85.60")));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_sentence_of_every_round_is_whole(string language)
    {
        var said = ReportWorlds.Said(language == "zh" ? Text.Chinese : Text.English);

        said.Count.ShouldBeGreaterThan(500);
        said.ShouldAllBe(f => f.Sentence.Length > 0 && !Broken().IsMatch(f.Sentence));
        said.ShouldAllBe(f => f.Sentence.EndsWith(language == "zh" ? '。' : '.') || f.Sentence.EndsWith('.') || f.Sentence.EndsWith('。'));
        if (language == "en")
            said.Where(f => Han().IsMatch(f.Sentence)).Select(f => f.Sentence).ShouldBeEmpty();
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff，。；：（）、]")]
    private static partial Regex Han();

    [GeneratedRegex(@"book\[""([a-z.A-Z]+)""\]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"NaN|\{|\}|—|。。|\.\.|，，| {2}|（）|\(\)")]
    private static partial Regex Broken();
}
