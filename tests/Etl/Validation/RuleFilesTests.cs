using LearningCity.Etl.Loading;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Tests.Validation;

/// <summary>Every rule has a real file that triggers it and a twin that does not: <c>Files/rules/RULE/fault*</c> and <c>twin*</c>.</summary>
public sealed class RuleFilesTests(EmptyStore store) : IClassFixture<EmptyStore>
{
    /// <summary>Rules that need more than one file, or something that is no file; each has a test of its own.</summary>
    private static readonly HashSet<string> Elsewhere = ["file-unreadable", "wrong-framework", "blank-keeps-value", "older-file-again"];

    private static readonly Dictionary<string, ReadLimits> Limits = new()
    {
        ["file-too-large"] = new() { FileBytes = 2_000 },
        ["file-too-many-cells"] = new() { Cells = 100 },
        ["file-zip-bomb"] = new() { UnpackedBytes = 1_000_000 },
    };

    public static IEnumerable<TheoryDataRow<string, string>> Faults() => Files("fault");

    public static IEnumerable<TheoryDataRow<string, string>> Twins() => Files("twin");

    [Fact]
    public void Every_rule_has_a_file_that_triggers_it_and_a_twin() =>
        Rules.All.Select(r => r.Name).Except(Elsewhere)
            .Where(rule => !Directory.Exists(CaseFiles.Of("rules", rule)) || !CaseFiles.In("rules", rule).Any(f => Path.GetFileName(f).StartsWith("fault", StringComparison.Ordinal))
                || !CaseFiles.In("rules", rule).Any(f => Path.GetFileName(f).StartsWith("twin", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_file_with_the_fault_is_reported_under_its_rule(string rule, string file)
    {
        var result = Look(rule, file);

        var found = result.Faults.Where(f => f.Rule == rule).ToList();
        found.ShouldNotBeEmpty(string.Join("; ", result.Faults.Select(f => $"{f.Rule} {f.Place} {f.MessageZh}")));
        found.ShouldAllBe(f => !f.MessageZh.Contains('{') && !f.MessageEn.Contains('{'));
        // What is rejected leaves nothing behind; what is only warned of or noted goes in.
        if (Rules.Named(rule).Severity == Severity.Reject)
            result.Counts.Added.ShouldBe(0);
        else
            result.Counts.Added.ShouldBeGreaterThan(0);
        if (Rules.Named(rule).Severity != Severity.Reject)
            result.Faults.ShouldAllBe(f => !f.Rejects);
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Its_twin_without_the_fault_is_accepted(string rule, string file)
    {
        var result = Look(rule, file);

        result.Faults.Where(f => f.Rule == rule || f.Rejects).Select(f => $"{f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        result.Counts.UnitsAccepted.ShouldBeGreaterThan(0);
        result.Counts.Added.ShouldBeGreaterThan(0);
    }

    private LoadResult Look(string rule, string file)
    {
        // A copy in a folder that says nothing: the case's own folder must not speak for the file.
        var path = store.Bench.Write(file, File.ReadAllBytes(CaseFiles.Of("rules", rule, file)));
        return store.Bench.Load(new LoadRequest([path]) { DryRun = true, Limits = Limits.GetValueOrDefault(rule, new()) });
    }

    private static IEnumerable<TheoryDataRow<string, string>> Files(string kind) =>
        Directory.EnumerateDirectories(CaseFiles.Of("rules")).Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, kind + "*").Order(StringComparer.Ordinal))
            .Select(path => new TheoryDataRow<string, string>(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path)));
}
