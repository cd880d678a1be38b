using System.Security.Cryptography;
using LearningCity.Etl.Samples;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Samples;

public sealed class SampleWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(SampleFormat.Xlsx)]
    [InlineData(SampleFormat.Docx)]
    [InlineData(SampleFormat.Csv)]
    [InlineData(SampleFormat.Tidy)]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not(SampleFormat format)
    {
        var options = new SampleOptions(Districts: 3, Rounds: 2, Experts: 2, Seed: 7, Format: format);
        var (first, again, other) = (At("a"), At("b"), At("c"));
        Write(Cities.BuiltIn, options, first);
        Write(Cities.BuiltIn, options, again);
        Write(Cities.BuiltIn, options with { Seed = 8 }, other);

        Hashes(again).ShouldBe(Hashes(first));
        Hashes(other).Keys.ShouldBe(Hashes(first).Keys);
        Hashes(other).ShouldNotBe(Hashes(first));
    }

    // Changing the generator changes every sample that anybody refers to by its seed; this says so.
    [Fact]
    public void The_numbers_of_a_seed_are_the_same_for_ever()
    {
        Write(Cities.BuiltIn, new SampleOptions(Districts: 5, Rounds: 2, Experts: 3, Seed: 1, Format: SampleFormat.Tidy), At("a"));
        Hashes(At("a")).Values.ShouldBe(["84D18C06C1CBECBD2AD624512A23AD0FC3371393C115BB82AB04A6986B26B3AA"]);
    }

    [Fact]
    public void Every_score_lies_between_zero_and_its_max_points_on_its_own_steps()
    {
        var options = new SampleOptions(Districts: 40, Rounds: 12, Experts: 6);
        var city = SampleCity.Of(Cities.BuiltIn, options);
        var most = Cities.BuiltIn.IndicatorsOf("2023").ToDictionary(i => i.Code, i => i.MaxPoints);
        var scores = new SampleScores(city, options).All().ToList();

        scores.Count.ShouldBe(40 * 12 * 22 * (6 + 2));
        scores.ShouldAllBe(s => s.Points >= 0 && s.Points <= most[s.Indicator]);
        scores.Where(s => s.Expert.Length > 0 || s.Rater == "self").ShouldAllBe(s => s.Points * 2 == decimal.Truncate(s.Points * 2));
        scores.ShouldAllBe(s => s.Points * 10 == decimal.Truncate(s.Points * 10));
    }

    [Fact]
    public void The_scores_have_the_shape_of_real_ones()
    {
        var options = new SampleOptions(Rounds: 4, Experts: 5);
        var city = SampleCity.Of(Cities.BuiltIn, options);
        var most = Cities.BuiltIn.IndicatorsOf("2023").ToDictionary(i => i.Code, i => (double)i.MaxPoints);
        var scores = new SampleScores(city, options).All().ToList();
        var panel = scores.Where(s => s is { Rater: "expert", Expert: "" }).ToList();
        double Rate(IEnumerable<SampleScore> of) => of.Average(s => (double)s.Points / most[s.Indicator]);

        Rate(panel).ShouldBeInRange(0.75, 0.95);
        (Rate(scores.Where(s => s.Rater == "self")) - Rate(panel)).ShouldBeInRange(0.005, 0.1);
        (Rate(panel.Where(s => s.Round == city.Rounds[^1].Code)) - Rate(panel.Where(s => s.Round == city.Rounds[0].Code))).ShouldBeGreaterThan(0);
        Spread(panel.GroupBy(s => s.District)).ShouldBeGreaterThan(0.05);
        Spread(panel.GroupBy(s => s.Indicator)).ShouldBeGreaterThan(0.05);
        Spread(scores.Where(s => s.Expert.Length > 0).GroupBy(s => s.Expert)).ShouldBeGreaterThan(0.01);

        double Spread(IEnumerable<IGrouping<string, SampleScore>> groups)
        {
            var rates = groups.Select(Rate).ToList();
            return rates.Max() - rates.Min();
        }
    }

    [Fact]
    public void The_consolidated_score_is_the_mean_of_the_experts_to_a_tenth()
    {
        var options = new SampleOptions(Districts: 16, Rounds: 2, Experts: 7);
        foreach (var cell in new SampleScores(SampleCity.Of(Cities.BuiltIn, options), options).All().Where(s => s.Rater == "expert").GroupBy(s => (s.Round, s.District, s.Indicator)))
        {
            var mean = cell.Where(s => s.Expert.Length > 0).Average(s => s.Points);
            Math.Abs(cell.Single(s => s.Expert.Length == 0).Points - mean).ShouldBeLessThanOrEqualTo(0.05m);
        }
    }

    [Fact]
    public void A_smaller_sample_is_a_part_of_a_larger_one()
    {
        var (small, large) = (new SampleOptions(Districts: 2, Rounds: 1, Experts: 3), new SampleOptions(Districts: 20, Rounds: 4, Experts: 3));
        var all = new SampleScores(SampleCity.Of(Cities.BuiltIn, large), large).All().ToHashSet();
        new SampleScores(SampleCity.Of(Cities.BuiltIn, small), small).All().ShouldAllBe(s => all.Contains(s));
    }

    [Fact]
    public void Districts_and_rounds_beyond_the_catalog_come_with_a_catalog_to_import()
    {
        var result = Write(Cities.BuiltIn, new SampleOptions(Districts: 20, Rounds: 6, Experts: 1, Format: SampleFormat.Csv), At("many"));

        result.CatalogFolder.ShouldBe(At("many") + "-catalog");
        (result.Districts, result.Rounds).ShouldBe((20, 6));
        var draft = CatalogFiles.Folder(result.CatalogFolder!);
        draft.Faults.ShouldBeEmpty();
        var catalog = draft.ToCatalog();
        catalog.Districts.Count.ShouldBe(20);
        catalog.Districts.Take(16).ShouldBe(Cities.BuiltIn.Districts);
        catalog.Rounds.Count.ShouldBe(6);
        catalog.Rounds[^1].Code.ShouldBe("2028");
        catalog.Indicators.ShouldBe(Cities.BuiltIn.Indicators);
        catalog.Frameworks.ShouldBe(Cities.BuiltIn.Frameworks);
        catalog.Dimensions.ShouldBe(Cities.BuiltIn.Dimensions);
        Directory.EnumerateFiles(At("many"), "*", SearchOption.AllDirectories).Count().ShouldBe(result.Files);
    }

    [Fact]
    public void Within_the_catalog_no_catalog_is_written_and_the_latest_rounds_are_taken()
    {
        var result = Write(Cities.BuiltIn, new SampleOptions(Districts: 2, Rounds: 2, Experts: 0), At("few"));
        result.CatalogFolder.ShouldBeNull();
        Directory.GetDirectories(At("few")).Select(Path.GetFileName).Order().ShouldBe(["2025", "2026"]);
        result.Files.ShouldBe(4);
        result.Scores.ShouldBe(2 * 2 * 22 * 2);
    }

    [Theory]
    [InlineData(SampleFormat.Csv)]
    [InlineData(SampleFormat.Tidy)]
    public void Every_list_says_that_it_is_synthetic(SampleFormat format)
    {
        Write(Cities.BuiltIn, new SampleOptions(Districts: 1, Format: format), At("marked"));
        foreach (var file in Directory.EnumerateFiles(At("marked"), "*", SearchOption.AllDirectories))
            File.ReadAllLines(file).First().ShouldContain("示例数据");
    }

    private static SampleResult Write(CityCatalog catalog, SampleOptions options, string folder) =>
        SampleWriter.Write(catalog, options, folder, stop: TestContext.Current.CancellationToken);

    private string At(string name) => Path.Combine(_folder, name);

    private static SortedDictionary<string, string> Hashes(string folder) =>
        new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);
}
