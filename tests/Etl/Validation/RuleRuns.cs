using LearningCity.Etl.Loading;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Tests.Support;

namespace LearningCity.Etl.Tests.Validation;

/// <summary>What became of one case file.</summary>
internal sealed record CaseOutcome(IReadOnlyList<FaultFound> Faults, IReadOnlyList<UnitOutcome> Units)
{
    public static CaseOutcome Of(LoadResult result, int file) =>
        new([.. result.Faults.Where(f => f.File == file)], [.. result.Units.Where(u => u.File == file)]);

    /// <summary>The same without what only the other cases in the load are the cause of: two units that conflict are each right in themselves.</summary>
    public CaseOutcome ByItself() => !Faults.Any(IsConflict) || Faults.Any(f => f.Rejects && !IsConflict(f)) ? this
        : new([.. Faults.Where(f => !IsConflict(f))], [.. Units.Select(u => u with { Outcome = "accepted", Added = u.Scores - u.Missing })]);

    private static bool IsConflict(FaultFound fault) => fault.Rule == Rules.ConflictingUnits.Name;
}

/// <summary>Looks at the case files as <c>--dry-run</c> does. Files that do not touch one another are looked at in one load;
/// what says something in it that it should not is looked at again by itself, and that counts.</summary>
public sealed class RuleRuns : IDisposable
{
    private static readonly Dictionary<string, ReadLimits> Limits = new()
    {
        ["file-too-large"] = new() { FileBytes = 2_000 },
        ["file-too-many-cells"] = new() { Cells = 100 },
        ["file-zip-bomb"] = new() { UnpackedBytes = 1_000_000 },
    };

    private readonly Bench bench = new();
    private readonly Lazy<Dictionary<(string, string), CaseOutcome>> faults;
    private readonly Lazy<Dictionary<(string, string), CaseOutcome>> twins;

    public RuleRuns()
    {
        faults = new(() => Together(Files("fault").Where(c => Rules.Named(c.Rule).Severity == Severity.Reject)));
        twins = new(() => Together(Files("twin")).ToDictionary(c => c.Key, c => c.Value.ByItself()));
    }

    public static IEnumerable<(string Rule, string File)> Files(string kind) =>
        Directory.EnumerateDirectories(CaseFiles.Of("rules")).Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, kind + "*").Order(StringComparer.Ordinal))
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path)));

    internal CaseOutcome Fault(string rule, string file) => faults.Value.TryGetValue((rule, file), out var known) ? known : Alone(rule, file);

    internal CaseOutcome Twin(string rule, string file) =>
        twins.Value.TryGetValue((rule, file), out var known) && !known.Faults.Any(f => f.Rejects || f.Rule == rule) && known.Units.Any(u => u.Added + u.Unchanged > 0)
            ? known : Alone(rule, file);

    public void Dispose() => bench.Dispose();

    private Dictionary<(string, string), CaseOutcome> Together(IEnumerable<(string Rule, string File)> cases)
    {
        var all = cases.Where(c => !Limits.ContainsKey(c.Rule) && !NeedsOwnStore(c.Rule) && !IsJudgedAcrossUnits(c.Rule)).ToList();
        var result = bench.Look([.. all.Select((c, n) => Copy(c.Rule, c.File, $"k{n}"))]);
        return all.Select((c, n) => (c, n)).ToDictionary(x => (x.c.Rule, x.c.File), x => CaseOutcome.Of(result, x.n + 1));
    }

    // What the rule compares may lie in the other files of a common load.
    private static bool IsJudgedAcrossUnits(string rule) =>
        RuleSet.Load.Concat(RuleSet.Changes).Append(Rules.DuplicateIdentical).Any(r => r.Name == rule);

    private CaseOutcome Alone(string rule, string file)
    {
        if (!NeedsOwnStore(rule))
            return CaseOutcome.Of(bench.Load(new LoadRequest([Copy(rule, file, "alone")]) { DryRun = true, Limits = Limits.GetValueOrDefault(rule, new()) }), 1);
        using var own = new Bench();
        if (rule == Rules.WrongFramework.Name)
            own.Import(TestFiles.Framework2027);
        // What was loaded before it, in order.
        foreach (var earlier in Before(rule))
            own.Load(own.Write(Path.GetFileName(earlier), File.ReadAllBytes(earlier)));
        return CaseOutcome.Of(own.Look(own.Write(file, File.ReadAllBytes(CaseFiles.Of("rules", rule, file)))), 1);
    }

    private static bool NeedsOwnStore(string rule) => rule == Rules.WrongFramework.Name || Before(rule).Count > 0;

    private static List<string> Before(string rule) => [.. Directory.EnumerateFiles(CaseFiles.Of("rules", rule), "before*").Order(StringComparer.Ordinal)];

    // A copy in a folder that says nothing: the case's own folder must not speak for the file.
    private string Copy(string rule, string file, string folder) => bench.Write(Path.Combine(folder, file), File.ReadAllBytes(CaseFiles.Of("rules", rule, file)));
}
