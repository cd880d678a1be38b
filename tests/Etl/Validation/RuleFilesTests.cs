using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Tests.Validation;

/// <summary>Every rule has a real file that triggers it and a twin that does not: <c>Files/rules/RULE/fault*</c> and <c>twin*</c>;
/// where it takes an earlier load, that is <c>before*</c>.</summary>
public sealed class RuleFilesTests(RuleRuns runs) : IClassFixture<RuleRuns>
{
    /// <summary>No file is unreadable by itself, and none says who sends it; these have tests of their own.</summary>
    private static readonly HashSet<string> Elsewhere = ["file-unreadable", "not-your-district", "not-your-score"];

    public static IEnumerable<TheoryDataRow<string, string>> Faults() => RuleRuns.Files("fault").Select(c => new TheoryDataRow<string, string>(c.Rule, c.File));

    public static IEnumerable<TheoryDataRow<string, string>> Twins() => RuleRuns.Files("twin").Select(c => new TheoryDataRow<string, string>(c.Rule, c.File));

    [Fact]
    public void Every_rule_has_a_file_that_triggers_it_and_a_twin() =>
        Rules.All.Select(r => r.Name).Except(Elsewhere)
            .Except(RuleRuns.Files("fault").Select(c => c.Rule).Intersect(RuleRuns.Files("twin").Select(c => c.Rule)))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_file_with_the_fault_is_reported_under_its_rule(string rule, string file)
    {
        var seen = runs.Fault(rule, file);

        var found = seen.Faults.Where(f => f.Rule == rule).ToList();
        found.ShouldNotBeEmpty(string.Join("; ", seen.Faults.Select(f => $"{f.Rule} {f.Place} {f.MessageZh}")));
        found.ShouldAllBe(f => !f.MessageZh.Contains('{') && !f.MessageEn.Contains('{'));
        // What is rejected leaves nothing behind; what is only warned of or noted goes in.
        if (Rules.Named(rule).Severity == Severity.Reject)
        {
            seen.Units.Sum(u => u.Added + u.Superseded).ShouldBe(0);
            seen.Units.ShouldAllBe(u => u.Outcome == "rejected");
        }
        else
        {
            seen.Units.ShouldAllBe(u => u.Outcome == "accepted" || u.Outcome == "unchanged");
            seen.Units.Sum(u => u.Added + u.Superseded).ShouldBeGreaterThan(0);
            seen.Faults.ShouldAllBe(f => !f.Rejects);
        }
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Its_twin_without_the_fault_is_accepted(string rule, string file)
    {
        var seen = runs.Twin(rule, file);

        seen.Faults.Where(f => f.Rule == rule || f.Rejects).Select(f => $"{f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        seen.Units.ShouldNotBeEmpty();
        // Another twin in the same load may have brought the same scores.
        seen.Units.ShouldAllBe(u => u.Outcome == "accepted" || u.Outcome == "unchanged");
        seen.Units.Sum(u => u.Added + u.Superseded + u.Unchanged).ShouldBeGreaterThan(0);
    }
}
