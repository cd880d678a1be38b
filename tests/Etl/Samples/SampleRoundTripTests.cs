using LearningCity.Etl.Samples;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Samples;

public sealed class SampleRoundTripTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(SampleFormat.Xlsx)]
    [InlineData(SampleFormat.Docx)]
    [InlineData(SampleFormat.Csv)]
    [InlineData(SampleFormat.Tidy)]
    public void Loading_a_sample_gives_exactly_the_scores_that_were_written(SampleFormat format)
    {
        var options = new SampleOptions(Districts: 3, Rounds: 2, Experts: 3, Seed: 11, Format: format);
        var written = Write(options);

        var result = _bench.Load(written.Folder);

        result.Faults.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        _bench.Stored().ShouldBe(Expected(Cities.BuiltIn, options), ignoreOrder: true);
        result.Counts.Added.ShouldBe(written.Scores);
    }

    [Theory]
    [InlineData(SampleFormat.Xlsx, 17, 1)]
    [InlineData(SampleFormat.Docx, 1, 5)]
    [InlineData(SampleFormat.Csv, 18, 5)]
    [InlineData(SampleFormat.Tidy, 18, 5)]
    public void A_sample_beyond_the_catalog_loads_after_its_catalog_is_imported(SampleFormat format, int districts, int rounds)
    {
        var options = new SampleOptions(districts, rounds, Experts: 1, Seed: 3, Format: format);
        var written = Write(options);
        _bench.Import(written.CatalogFolder!);

        var result = _bench.Load(written.Folder);

        result.Faults.ShouldBeEmpty();
        _bench.Stored().ShouldBe(Expected(Cities.BuiltIn, options), ignoreOrder: true);
    }

    [Fact]
    public void A_city_that_has_nothing_in_common_with_the_delivered_one_makes_its_round_trip_too()
    {
        SampleCatalog.Write(Cities.Other, Path.Combine(_bench.Inbox, "catalog"));
        _bench.Import(Path.Combine(_bench.Inbox, "catalog"));
        foreach (var format in Enum.GetValues<SampleFormat>())
        {
            var options = new SampleOptions(Experts: 2, Format: format);
            var folder = Path.Combine(_bench.Inbox, format.ToString());
            SampleWriter.Write(Cities.Other, options, folder, stop: TestContext.Current.CancellationToken);
            var result = _bench.Load(folder);
            result.Faults.Where(f => f.Rejects).ShouldBeEmpty(format.ToString());
            _bench.Stored().ShouldBe(Expected(Cities.Other, options), ignoreOrder: true);
        }
    }

    private SampleResult Write(SampleOptions options) =>
        SampleWriter.Write(Cities.BuiltIn, options, Path.Combine(_bench.Inbox, "forms"), stop: TestContext.Current.CancellationToken);

    private static List<StoredScore> Expected(CityCatalog catalog, SampleOptions options) =>
        [.. new SampleScores(SampleCity.Of(catalog, options), options).All().Select(StoredScore.Of)];
}
