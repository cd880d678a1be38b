using System.Text;
using DuckDB.NET.Data;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Dashboard.SqlConsole.Child;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>What a query must not be able to do. Every attack is put to the code that a child process runs, over the locked file but
/// without the walls around the process; one of each kind, to the real server and its real children.</summary>
public sealed class AttackTests(ConsoleServer console, AttackTests.ChildCode child) : IClassFixture<AttackTests.ChildCode>
{
    private const string Secret = "/etc/passwd";

    private const string Bait = "learningcity_bait";

    public static TheoryData<string> Files =>
    [
        $"select * from read_text('{Secret}')",
        $"select * from read_blob('{Secret}')",
        $"select * from read_csv('{Secret}')",
        $"select * from read_csv_auto('{Secret}')",
        $"select * from read_json('{Secret}')",
        $"select * from read_json_auto('{Secret}')",
        $"select * from read_json_objects('{Secret}')",
        $"select * from read_json_objects_auto('{Secret}')",
        $"select * from read_ndjson('{Secret}')",
        $"select * from read_ndjson_auto('{Secret}')",
        $"select * from read_ndjson_objects('{Secret}')",
        $"select * from read_parquet('{Secret}')",
        $"select * from parquet_scan('{Secret}')",
        $"select * from parquet_metadata('{Secret}')",
        $"select * from parquet_schema('{Secret}')",
        $"select * from parquet_file_metadata('{Secret}')",
        $"select * from parquet_full_metadata('{Secret}')",
        $"select * from parquet_kv_metadata('{Secret}')",
        $"select * from parquet_bloom_probe('{Secret}', 'a', 1)",
        $"select * from read_duckdb('{Secret}')",
        $"select * from sniff_csv('{Secret}')",
        "select * from glob('/etc/*')",
        $"select * from '{Secret}'",
        "select * from 'data.csv'",
        "from \"x.parquet\"",
        $"select (select content from read_text('{Secret}'))",
        $"with t as (from read_text('{Secret}')) select * from t",
        $"select 1 where exists (from READ_TEXT('{Secret}'))",
        $"summarize '{Secret}'",
        $"describe from read_csv('{Secret}')",
        $"select * from query('from read_text(''{Secret}'')')",
        "select * from query_table('x.csv')",
        $"select * from json_execute_serialized_sql(json_serialize_sql('from read_text(''{Secret}'')'))",
        "select getenv('HOME')",
    ];

    public static TheoryData<string> Statements =>
    [
        "copy dim_district to '/tmp/learningcity-stolen.csv'",
        "copy (select 1) to '/tmp/learningcity-stolen.parquet' (format parquet)",
        "copy dim_district from '/etc/passwd'",
        "export database '/tmp/learningcity-stolen'",
        "import database '/tmp'",
        "attach '/tmp/x.duckdb' as x",
        "attach ':memory:' as x",
        "detach x",
        "use memory",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set global memory_limit = '64GB'",
        "reset lock_configuration",
        "pragma database_list",
        "pragma enable_profiling",
        "pragma threads = 64",
        "call enable_logging()",
        "select * from enable_logging(storage = 'file', storage_path = '/tmp')",
        "from enable_logging()",
        "from enable_profiling()",
        "from checkpoint()",
        "create table x as select 1",
        "create temp table x as select 1",
        "create macro f() as 1",
        "create secret s (type s3)",
        "insert into dim_district select * from dim_district",
        "update dim_district set name_zh = ''",
        "delete from fct_score",
        "drop table fct_score",
        "alter table fct_score rename to x",
        "vacuum",
        "checkpoint",
        "prepare p as select 1",
        "execute p",
        "begin transaction",
        "explain analyze select 1",
        "select 1; select 2",
        "select 1; copy dim_district to '/tmp/learningcity-stolen.csv'",
        "select nextval('s')",
        "select current_setting('memory_limit')",
        "select * from duckdb_settings()",
        "select * from duckdb_databases()",
        "select * from duckdb_databases",
        "select * from pragma_database_list",
        "select * from pragma_database_list()",
        "select * from pg_catalog.pg_settings",
        "select * from duckdb_secrets()",
        "select * from duckdb_logs",
        "show databases",
        "show variables",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_query_cannot_read_a_file(string sql) => FailsInAChild(sql);

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_query_can_do_nothing_but_read_tables(string sql)
    {
        FailsInAChild(sql);
        File.Exists("/tmp/learningcity-stolen.csv").ShouldBeFalse();
        File.Exists("/tmp/learningcity-stolen.parquet").ShouldBeFalse();
        Directory.Exists("/tmp/learningcity-stolen").ShouldBeFalse();
    }

    [Fact]
    public async Task The_server_refuses_an_attack_of_each_kind_and_goes_on()
    {
        string[] attacks =
        [
            $"select * from read_text('{Secret}')", $"select * from '{Secret}'", "copy dim_district to '/tmp/learningcity-stolen.csv'",
            "attach '/tmp/x.duckdb' as x", "load httpfs", "set enable_external_access = true", "pragma database_list",
            "call enable_logging()", "insert into dim_district select * from dim_district", "select 1; select 2",
        ];
        foreach (var sql in attacks)
        {
            await IsRefused(sql);
        }

        File.Exists("/tmp/learningcity-stolen.csv").ShouldBeFalse();
        await GoesOn();
    }

    /// <summary>Every function that this version of DuckDB knows, whatever its kind, given the path of a file: none brings back what is in it.
    /// The same calls over an open connection do, so the calls are the right ones.</summary>
    [Fact]
    public void No_function_that_DuckDB_knows_reads_a_file()
    {
        using var folder = new TempFolder();
        var bait = folder.File("bait.csv");
        File.WriteAllText(bait, $"{Bait}\n1\n");
        using var open = new DuckDBConnection("Data Source=:memory:");
        open.Open();
        var names = Strings(open, "select distinct function_name from duckdb_functions() where function_name ~ '^[a-z_0-9]+$' order by 1");
        var tables = Strings(open, "select distinct function_name from duckdb_functions() where function_type in ('table', 'table_macro', 'pragma')").ToHashSet();
        names.Count.ShouldBeGreaterThan(500);
        var readers = 0;
        foreach (var name in names)
        {
            string[] calls = tables.Contains(name) ? [$"from {name}('{bait}')", $"from {name}(['{bait}'])"] : [$"select {name}('{bait}')"];
            foreach (var sql in calls)
            {
                child.Answer(sql).Replace(bait, "", StringComparison.Ordinal).ShouldNotContain(Bait, customMessage: sql);
                // Only functions whose name says that they read: others may do anything at all to the process of this test.
                readers += Reads(name) && Says(open, sql).Contains(Bait, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        readers.ShouldBeGreaterThan(8);
    }

    /// <summary>A function that a new version of DuckDB brings is refused until somebody has looked at it; this list is what was looked at.</summary>
    [Fact]
    public void Of_the_functions_that_make_tables_only_these_are_open()
    {
        using var open = new DuckDBConnection("Data Source=:memory:");
        open.Open();
        var names = Strings(open, "select distinct function_name from duckdb_functions() where function_type in ('table', 'table_macro', 'pragma') order by 1");
        names.Where(name => !child.Answer($"from \"{name}\"()").Contains("\"refused\"", StringComparison.OrdinalIgnoreCase)).ShouldBe(
            [
                "duckdb_columns", "duckdb_functions", "duckdb_keywords", "duckdb_tables", "duckdb_types", "duckdb_views", "generate_series", "histogram",
                "histogram_values", "icu_calendar_names", "json_each", "json_tree", "pg_timezone_names", "pragma_show", "pragma_table_info", "pragma_version",
                "range", "repeat", "repeat_row", "table_info", "unnest",
            ], ignoreOrder: true);
    }

    [Fact]
    public void A_query_that_is_no_attack_is_answered_by_the_same_code() => child.Answer("select 41 + 1 as a").ShouldContain("[42]");

    [Fact]
    public async Task A_query_cannot_read_the_file_it_is_asked_of()
    {
        await console.AskAsync("select 1");
        var file = Directory.GetFiles(Path.Combine(SampleWarehouse.Shared.Folder.Root, "sql"), "sql-*.duckdb").ShouldHaveSingleItem();
        await IsRefused($"select * from read_blob('{file}')");
        await IsRefused($"select * from read_duckdb('{file}')");
        await IsRefused($"from '{file}'");
        await GoesOn();
    }

    [Fact]
    public async Task A_query_with_a_NUL_is_not_cut_short_but_refused() => await IsRefused("select 1 \0 ; drop table fct_score");

    [Fact]
    public async Task A_query_that_is_nested_too_deep_harms_its_own_process_only()
    {
        var answer = await console.AskAsync("select " + new string('(', 20_000) + "1" + new string(')', 20_000));
        answer.Status.ShouldBeOneOf(400, 422);
        await GoesOn();
    }

    private static bool Reads(string name) => name.StartsWith("read_", StringComparison.Ordinal) || name is "glob" or "sniff_csv";

    private static List<string> Strings(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var list = new List<string>();
        while (reader.Read())
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }

    /// <summary>Names of columns and all values of an answer; empty when there is none.</summary>
    private static string Says(DuckDBConnection connection, string sql)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select string_agg(t::varchar, ' ') || ' ' || (select string_agg(column_name, ' ') from (describe {sql})) from ({sql}) t";
            return command.ExecuteScalar() as string ?? "";
        }
        catch (DuckDBException)
        {
            return "";
        }
    }

    private void FailsInAChild(string sql)
    {
        var answer = child.Answer(sql);
        answer.ShouldContain("\"fault\"");
        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("\"end\"");
    }

    private async Task IsRefused(string sql)
    {
        var answer = await console.AskAsync(sql);
        answer.Status.ShouldBe(400, answer.Body);
        answer.Kind.ShouldBeOneOf("refused", "query");
        answer.Body.ShouldNotContain("root:");
        if (!sql.Contains(SampleWarehouse.Shared.Folder.Root, StringComparison.Ordinal))
        {
            answer.Body.ShouldNotContain(SampleWarehouse.Shared.Folder.Root);
        }

        using var client = await console.ClientAsync();
        (await client.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>One locked connection for all attacks, over a copy, because the lock holds for everyone in this process who opens the file.</summary>
    public sealed class ChildCode : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Lock one = new();
        private readonly DuckDBConnection connection;
        private readonly string file;

        public ChildCode()
        {
            using var snapshot = SampleWarehouse.Shared.Lease();
            file = folder.File("copy.duckdb");
            File.Copy(snapshot.Path, file);
            connection = LockedConnection.Open(file, new SqlLimits());
        }

        public string Answer(string sql)
        {
            lock (one)
            {
                using var answer = new MemoryStream();
                using (var rows = new RowWriter(answer, new SqlLimits()))
                {
                    SqlChild.Answer(connection, new SqlOrder(file, sql, new SqlLimits()), rows);
                }

                return Encoding.UTF8.GetString(answer.ToArray());
            }
        }

        public void Dispose()
        {
            connection.Dispose();
            folder.Dispose();
        }
    }

    private async Task GoesOn()
    {
        var next = await console.AskAsync("select 41 + 1");
        next.Status.ShouldBe(200, next.Body);
        next.Row[0].GetInt32().ShouldBe(42);
    }
}
