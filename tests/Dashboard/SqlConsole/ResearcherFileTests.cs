using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Tests.SqlConsole;

public sealed class ResearcherFileTests
{
    private const string Expert = "张三丰教授";

    [Fact]
    public async Task Experts_names_files_and_places_are_not_in_the_file_at_all()
    {
        using var city = new TestStore(TestStore.SmallCity);
        Seed(city);
        using var snapshot = city.Publish();
        var path = await new ResearcherFiles(city.Folder).OfAsync(snapshot, TestContext.Current.CancellationToken);

        Contains(snapshot.Path, Expert).ShouldBeTrue("else this test proves nothing");
        foreach (var secret in new[] { Expert, "秘密路径", "秘密文件", "秘密表", "秘密备注", "秘密原值", "秘密示例" })
        {
            Contains(path, secret).ShouldBeFalse(secret);
        }

        using var connection = Open(path);
        var columns = connection.Query<string>("select table_name || '.' || column_name from duckdb_columns() where not internal").ToList();
        columns.ShouldContain("fct_score.points");
        columns.ShouldContain("rpt_indicator_result.expert_points");
        // How many files there were may be known; which is which may not.
        columns.Remove("log_source_file.source_file").ShouldBeTrue();
        connection.Query<string>("select distinct source_file from log_source_file").ShouldAllBe(f => f.StartsWith('F'));
        columns.Select(c => c.Split('.')[1]).Intersect(["path", "file_name", "source_file", "sheet", "cell", "note", "value"]).ShouldBeEmpty();
        columns.ShouldNotContain(c => c.StartsWith("meta_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expert_has_one_pseudonym_in_all_tables_and_snapshots()
    {
        using var city = new TestStore(TestStore.SmallCity);
        Seed(city);
        using var first = city.Publish();
        var files = new ResearcherFiles(city.Folder);
        var one = Names(await files.OfAsync(first, TestContext.Current.CancellationToken));
        city.Load($"r1 d2 A1 expert:{Expert} 2");
        using var second = city.Publish();
        var two = Names(await files.OfAsync(second, TestContext.Current.CancellationToken));

        one.Count.ShouldBe(3);
        one.ShouldContain("");
        one.Where(n => n.Length > 0).ShouldAllBe(n => n.StartsWith("P-", StringComparison.Ordinal) && n.Length == 14);
        two.ShouldBe(one, ignoreOrder: true);
        new ResearcherFiles(new DataFolder(city.Folder.Root)).Folder.ShouldBe(Path.Combine(city.Folder.Root, "sql"));
        Pseudonyms.Of(files.Folder).For(Expert).ShouldBeOneOf([.. one]);
        new Pseudonyms(new byte[32]).For(Expert).ShouldNotBeOneOf([.. one]);
    }

    [Fact]
    public async Task What_remains_is_the_same_as_in_the_snapshot()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var path = await new ResearcherFiles(folder.Data).OfAsync(snapshot, TestContext.Current.CancellationToken);
        using var connection = Open(path);
        var tables = connection.Query<string>("select table_name from duckdb_tables()").ToList();
        tables.ShouldContain("rpt_ranking");
        foreach (var table in tables)
        {
            connection.QuerySingle<long>($"select count(*) from {table}").ShouldBe(snapshot.Info.Rows[table], table);
        }

        foreach (var table in new[] { "rpt_indicator_result", "rpt_ranking", "dim_indicator" })
        {
            var sum = $"select sum(hash(t))::varchar from {table} t";
            connection.QuerySingle<string>(sum).ShouldBe(snapshot.Query<string>(sum)[0], table);
        }

        connection.QuerySingle<long>("select count(*) from duckdb_columns() where comment is null and not internal").ShouldBe(0);
        connection.QuerySingle<string>("select comment from duckdb_columns() where table_name = 'fct_score' and column_name = 'expert'").ShouldContain("化名");
        connection.QuerySingle<string>("select comment from duckdb_tables() where table_name = 'fct_score'").ShouldContain("Scores in force");
    }

    [Fact]
    public async Task The_file_is_read_only_and_goes_with_its_snapshot()
    {
        using var city = new TestStore(TestStore.SmallCity);
        Seed(city);
        using var first = city.Publish();
        var old = await new ResearcherFiles(city.Folder).OfAsync(first, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(old).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        city.Load("r1 d3 A1 self 1");
        using var second = city.Publish();
        File.Delete(SnapshotFiles.InfoFile(city.Folder, first.Info.Id));
        // Another run of the dashboard, which knows nothing of the old snapshot.
        var now = await new ResearcherFiles(city.Folder).OfAsync(second, TestContext.Current.CancellationToken);
        File.Exists(now).ShouldBeTrue();
        File.Exists(old).ShouldBeFalse();
        Directory.GetFiles(Path.GetDirectoryName(now)!, "*.tmp*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_file()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var files = new ResearcherFiles(folder.Data);
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => files.OfAsync(snapshot, TestContext.Current.CancellationToken)));
        paths.Distinct().ShouldHaveSingleItem();
        File.Delete(paths[0]);
        (await files.OfAsync(snapshot, TestContext.Current.CancellationToken)).ShouldBe(paths[0]);
        File.Exists(paths[0]).ShouldBeTrue();
    }

    private static void Seed(TestStore city)
    {
        city.Load($"""
            r1 d1 A1 self 3
            r1 d1 A1 expert:{Expert} 2
            r1 d1 A1 expert:E02 2.5
            r1 d1 A2 expert 4
            """);
        city.Store.Connection.Execute("""
            update fct_score set sheet = '秘密表', cell = '秘密表', note = '秘密备注', source_file = '秘密文件';
            update log_source_file set path = '/秘密路径/a.xlsx', file_name = '秘密文件.xlsx';
            insert into log_rejected_row values (1, '秘密文件', '秘密文件', '秘密表', 'A1', 1, 'r1', '秘密原值', '秘密原值', 'expert', '张三丰教授', '秘密原值',
                'unknown-district', 'reject', '秘密原值', '秘密原值');
            """);
    }

    private static List<string> Names(string path)
    {
        using var connection = Open(path);
        return [.. connection.Query<string>("select distinct expert from fct_score union select distinct expert from log_rejected_row")];
    }

    private static DuckDBConnection Open(string path)
    {
        var connection = new DuckDBConnection($"Data Source={path};ACCESS_MODE=READ_ONLY");
        connection.Open();
        return connection;
    }

    private static bool Contains(string path, string text) => File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
