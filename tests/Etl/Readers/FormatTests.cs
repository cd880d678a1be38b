namespace LearningCity.Etl.Tests.Readers;

public sealed class FormatTests
{
    public static IEnumerable<TheoryDataRow<string>> Forms() =>
        CaseFiles.In("formats").Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".csv", StringComparison.Ordinal)).Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_form_gives_the_same_scores_in_every_format(string file)
    {
        using var bench = new Bench();
        var path = bench.Write(file, File.ReadAllBytes(CaseFiles.Of("formats", file)));

        var result = bench.Load(path);

        result.Faults.Select(f => $"{f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        var expected = File.ReadLines(CaseFiles.Of("formats", "expected.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(p => $"2024 110112 {p[0]} {p[1]} - {p[2]}").Order(StringComparer.Ordinal);
        bench.Scores().Order(StringComparer.Ordinal).ShouldBe(expected);
    }
}
