using LearningCity.Etl.Readers;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Readers;

/// <summary>One form (通州区 2024) in every format and layout, and one panel's scores likewise: whatever the file looks like, the scores are the same.</summary>
public sealed class FormatTests
{
    private static readonly CityCatalog Catalog = CatalogFiles.BuiltIn().ToCatalog();

    public static IEnumerable<TheoryDataRow<string, string>> Forms() => Files("formats").Concat(Files("layouts"));

    public static IEnumerable<TheoryDataRow<string, string>> Panels() => Files("panels");

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_form_gives_the_same_scores_however_it_arrives(string folder, string file) =>
        Read(folder, file).ShouldBe(Expected("formats", p => $"2024 110112 {p[0]} {p[1]} - {p[2]}"));

    [Theory]
    [MemberData(nameof(Panels))]
    public void The_same_panel_gives_the_same_scores_however_it_arrives(string folder, string file) =>
        Read(folder, file).ShouldBe(Expected("panels", p => $"2024 110112 {p[0]} expert {p[1]} {p[2]}"));

    [Theory]
    [InlineData("formats", "layouts")]
    [InlineData("panels")]
    public void All_of_them_in_one_load_go_in_once_and_none_comes_back(params string[] folders)
    {
        using var bench = new Bench();
        var paths = folders.SelectMany(Files).Select(row => bench.Write($"{row.Data.Item1}-{row.Data.Item2}", File.ReadAllBytes(CaseFiles.Of(row.Data.Item1, row.Data.Item2)))).ToArray();

        var result = bench.Load(paths);

        result.Faults.Where(f => f.Rule != "duplicate-identical").Select(f => $"{f.FileName} {f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        result.Units.Count(u => u.Outcome is "accepted" or "unchanged").ShouldBe(paths.Length);
        bench.Scores().Count.ShouldBe(File.ReadLines(CaseFiles.Of(folders[0], "expected.csv")).Count() - 1);
    }

    private static IEnumerable<string> Read(string folder, string file)
    {
        var content = FileReader.Read(File.ReadAllBytes(CaseFiles.Of(folder, file)), new ReadLimits());
        content.Refused.ShouldBeNull();
        var staged = new Staged();
        new Recogniser(Catalog, new PlaceOptions()).Recognise(new SourceGrids(1, file, [], content.Grids), staged);

        staged.Faults.Where(f => f.Rule.Severity != Severity.Note).Select(f => $"{f.Rule.Name} {f.Cell} {f.Value}").ShouldBeEmpty();
        var unit = staged.Units.ShouldHaveSingleItem();
        return staged.Scores.Where(s => s.Points is not null)
            .Select(s => FormattableString.Invariant($"{unit.Round} {unit.District} {s.Indicator} {s.Rater} {(s.Expert.Length == 0 ? "-" : s.Expert)} {s.Points:0.00}"))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Expected(string folder, Func<string[], string> score) =>
        File.ReadLines(CaseFiles.Of(folder, "expected.csv")).Skip(1).Select(line => score(line.Split(','))).Order(StringComparer.Ordinal);

    private static IEnumerable<TheoryDataRow<string, string>> Files(string folder) =>
        CaseFiles.In(folder).Select(path => Path.GetFileName(path)).Where(name => name != "expected.csv").Select(name => new TheoryDataRow<string, string>(folder, name));
}
