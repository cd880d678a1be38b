namespace LearningCity.Etl.Tests.Readers;

/// <summary>One form (通州区 2024) in every format and layout, and one panel's scores likewise: whatever the file looks like, the scores are the same.</summary>
public sealed class FormatTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Forms() => Files("formats").Concat(Files("layouts"));

    public static IEnumerable<TheoryDataRow<string, string>> Panels() => Files("panels");

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_form_gives_the_same_scores_however_it_arrives(string folder, string file) =>
        Load(folder, file).ShouldBe(Expected("formats", p => $"2024 110112 {p[0]} {p[1]} - {p[2]}"));

    [Theory]
    [MemberData(nameof(Panels))]
    public void The_same_panel_gives_the_same_scores_however_it_arrives(string folder, string file) =>
        Load(folder, file).ShouldBe(Expected("panels", p => $"2024 110112 {p[0]} expert {p[1]} {p[2]}"));

    private static IEnumerable<string> Load(string folder, string file)
    {
        using var bench = new Bench();

        var result = bench.Load(bench.Write(file, File.ReadAllBytes(CaseFiles.Of(folder, file))));

        result.Faults.Select(f => $"{f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        result.Counts.UnitsAccepted.ShouldBe(1);
        return bench.Scores().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Expected(string folder, Func<string[], string> score) =>
        File.ReadLines(CaseFiles.Of(folder, "expected.csv")).Skip(1).Select(line => score(line.Split(','))).Order(StringComparer.Ordinal);

    private static IEnumerable<TheoryDataRow<string, string>> Files(string folder) =>
        CaseFiles.In(folder).Select(path => Path.GetFileName(path)).Where(name => name != "expected.csv").Select(name => new TheoryDataRow<string, string>(folder, name));
}
