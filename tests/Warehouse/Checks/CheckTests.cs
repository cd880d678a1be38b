using Dapper;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Checks;
using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Checks;

/// <summary>Each check is shown a fault that it names; the sound store beside it is its twin.</summary>
public sealed class CheckTests(CheckTests.SoundStore sound) : IClassFixture<CheckTests.SoundStore>
{
    /// <summary>A fault made by hand, by the check that is to find it.</summary>
    private static readonly Dictionary<string, string> Faults = new()
    {
        ["one_score_per_cell"] = "insert into fct_score select * from fct_score where indicator = 'A1' and district = 'd1'",
        ["points_in_range"] = "update fct_score set points = 4.5 where indicator = 'A1' and district = 'd1'",
        ["score_references"] = "update fct_score set indicator = 'Q' where indicator = 'A1' and district = 'd1'",
        ["rater_known"] = "update fct_score set rater = 'self', expert = 'E01' where indicator = 'A1' and district = 'd1'",
        ["load_known"] = "update fct_score set load = 99 where indicator = 'A1' and district = 'd1'",
        ["catalog_keys"] = "insert into dim_district select * from dim_district where district = 'd5'",
        ["catalog_sums"] = "update dim_dimension set max_points = 11 where dimension = 'A'",
        ["lineage_shares"] = "insert into indicator_lineage values ('K', 'A1', 'L', 'A1', 0.5, 'split')",
        ["result_per_cell"] = "delete from rpt_indicator_result where indicator = 'A1' and district = 'd1'",
        ["results_from_scores"] = "update rpt_indicator_result set expert_points = 2.5 where indicator = 'A1' and district = 'd1'",
        ["dimension_sums"] = "update rpt_dimension_result set expert_points = 1 where dimension = 'total' and district = 'd1'",
        ["ranks_follow_points"] = "update rpt_ranking set rank = 1 where dimension = 'total' and rater = 'expert' and district = 'd2'",
        ["mart_keys"] = "insert into rpt_round_summary select * from rpt_round_summary",
        ["round_complete"] = "update rpt_dimension_result set expert_complete = false where dimension = 'total' and district = 'd1'",
        ["totals_unmoved_without_load"] = "update fct_score set points = 0 where indicator = 'A1' and district = 'd1'",
    };

    public static TheoryData<string> Names => [.. CheckFile.BuiltIn().Select(c => c.Name)];

    [Fact]
    public void A_sound_store_passes_every_check() =>
        Publisher.Check(sound.Test.Store).Where(c => !c.Passed).Select(c => c.Name).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_check_finds_its_fault_and_shows_the_row(string name)
    {
        var connection = sound.Test.Store.Connection;
        using var transaction = connection.BeginTransaction();
        MartBuilder.Name(connection, ["r1"]);
        var check = CheckFile.BuiltIn().Single(c => c.Name == name);
        CheckRunner.Run(connection, check, TimeProvider.System).RowsFailed.ShouldBe(0);
        connection.Execute(Faults[name]);
        var found = CheckRunner.Run(connection, check, TimeProvider.System);
        found.RowsFailed.ShouldBeGreaterThan(0);
        found.Examples.ShouldNotBeEmpty();
        found.Examples.ShouldAllBe(e => e.StartsWith('{'));
        (found.MessageZh, found.MessageEn).ShouldBe((check.MessageZh, check.MessageEn));
        transaction.Rollback();
    }

    public static TheoryData<string> Marts => [.. MartFile.BuiltIn().Select(m => m.Name)];

    /// <summary>The rows have the same text and differ in every number, so that a check of whole rows would not do.</summary>
    [Theory]
    [MemberData(nameof(Marts))]
    public void A_key_that_stands_twice_is_found_in_every_mart(string mart)
    {
        var connection = sound.Test.Store.Connection;
        using var transaction = connection.BeginTransaction();
        MartBuilder.Name(connection, ["r1"]);
        var check = CheckFile.BuiltIn().Single(c => c.Name == "mart_keys");
        var columns = connection.Query<(string Name, string Type)>(
            "select column_name, data_type from duckdb_columns() where table_name = $mart order by column_index", new { mart }).ToList();
        columns.ShouldNotBeEmpty();
        foreach (var n in new[] { 0, 1 })
        {
            var values = columns.Select(c => c switch
            {
                ("round", _) => "'r1'",
                (_, "VARCHAR") => "'twice'",
                (_, "BOOLEAN") => n == 0 ? "false" : "true",
                (_, "DATE") => $"date '2020-01-0{n + 1}'",
                _ => $"{n}",
            });
            connection.Execute($"insert into {mart} values ({string.Join(", ", values)})");
        }
        var found = CheckRunner.Run(connection, check, TimeProvider.System);
        transaction.Rollback();

        found.Examples.ShouldHaveSingleItem().ShouldContain($"\"{mart}\"");
    }

    [Fact]
    public void A_check_without_a_message_or_severity_is_refused()
    {
        Should.Throw<FormatException>(() => CheckFile.Parse("x", "-- severity: block\n-- zh: 中\nselect 1")).Message.ShouldContain("-- en");
        Should.Throw<FormatException>(() => CheckFile.Parse("x", "-- severity: maybe\n-- zh: 中\n-- en: e\nselect 1")).Message.ShouldContain("maybe");
    }

    /// <summary>A published store with nothing wrong; each fault is made in a transaction that is rolled back.</summary>
    public sealed class SoundStore : IDisposable
    {
        public SoundStore()
        {
            var expert = RankingTests.All("r1", ("d1", 3, 3, 3), ("d2", 2, 2, 2), ("d3", 2, 2, 2));
            Test.Load(expert + "\n" + expert.Replace(" expert ", " self ", StringComparison.Ordinal));
            Test.Publish().Dispose();
        }

        public TestStore Test { get; } = new(TestStore.SmallCity);

        public void Dispose() => Test.Dispose();
    }
}
