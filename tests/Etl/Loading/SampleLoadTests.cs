using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Samples;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>The sample forms, loaded once through the real loader and published.</summary>
public sealed class SampleLoad : IDisposable
{
    private readonly TempFolder folder = new();

    public SampleLoad() => Result = SampleForms.Load(folder.Data);

    public LoadResult Result { get; }

    internal DataFolder Data => folder.Data;

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var store = WorkingStore.Open(Data.Sample, TimeProvider.System);
        return [.. store.Connection.Query<T>(sql)];
    }

    public void Dispose() => folder.Dispose();
}

public sealed class SampleLoadTests(SampleLoad sample) : IClassFixture<SampleLoad>
{
    [Fact]
    public void All_59_forms_and_4_lists_go_in_and_are_published()
    {
        sample.Result.Faults.ShouldBeEmpty();
        sample.Result.Counts.Files.ShouldBe(63);
        sample.Result.Units.Count(u => u.Kind == UnitKind.Form).ShouldBe(59);
        sample.Result.ExitCode.ShouldBe(0);
        sample.Result.Snapshot.ShouldNotBeNull().Sample.ShouldBeTrue();
        sample.Query<long>("select count(*) from fct_score where expert = ''").Single().ShouldBe(2_596);
        sample.Query<long>("select count(*) from fct_score where expert <> ''").Single().ShouldBe(6_490);
        sample.Query<long>("select count(*) from log_rejected_row").Single().ShouldBe(0);
    }

    [Fact]
    public void Four_rounds_have_12_16_15_and_16_districts() =>
        sample.Query<long>("select count(distinct district) from fct_score group by round order by round").ShouldBe([12, 16, 15, 16]);

    [Fact]
    public void Every_score_is_the_one_that_another_program_reads_from_the_same_forms()
    {
        var expected = File.ReadLines(TestFiles.SampleScores).Skip(1).Order(StringComparer.Ordinal);
        sample.Query<string>("select concat_ws(',', round, district, indicator, rater, expert, points) from fct_score").Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public void Totals_are_those_that_a_spreadsheet_gives()
    {
        var expected = File.ReadLines(TestFiles.ExpectedTotals).Skip(1).Select(l => string.Join(',', l.Split(',')[..4])).Order(StringComparer.Ordinal);
        sample.Query<string>("""
            select concat_ws(',', round, district, sum(points) filter (rater = 'self'), sum(points) filter (rater = 'expert' and expert = ''))
            from fct_score group by round, district
            """).Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public void A_score_says_the_cell_that_it_came_from() =>
        sample.Query<string>("""
            select concat_ws(' ', file_name, sheet, cell, source_row, points)
            from fct_score join log_source_file using (load, source_file)
            where round = '2023' and district = '110101' and indicator = 'F1' and rater = 'self'
            """).Single().ShouldBe("东城区.xlsx 东城区 H7 7 5.50");

    [Fact]
    public void Every_source_file_is_archived_under_its_hash() =>
        Directory.EnumerateFiles(sample.Data.Sample.Archive).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(sample.Query<string>("select distinct source_file || extension from log_source_file").Order(StringComparer.Ordinal));

    [Fact]
    public void Loading_it_again_changes_nothing_and_says_so()
    {
        var before = Directory.EnumerateFiles(sample.Data.Sample.Snapshots).Order(StringComparer.Ordinal).ToList();

        var again = SampleForms.Load(sample.Data);

        again.ExitCode.ShouldBe(0);
        again.Load.ShouldBeNull();
        again.Counts.ShouldBe(sample.Result.Counts with { Added = 0, Unchanged = 9_086 });
        again.Files.ShouldAllBe(f => f.Outcome == "unchanged");
        Directory.EnumerateFiles(sample.Data.Sample.Snapshots).Order(StringComparer.Ordinal).ShouldBe(before);
        sample.Query<long>("select count(*) from log_load").Single().ShouldBe(1);
    }
}
