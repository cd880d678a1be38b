using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>POST /api/v1/sql as a program sees it.</summary>
public sealed class SqlApiTests(ConsoleServer console)
{
    [Fact]
    public async Task An_answer_names_its_snapshot_columns_rows_and_whether_it_was_cut()
    {
        var answer = await console.AskAsync("select round, count(*) as n from fct_score group by all order by all");
        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetProperty("snapshot").GetString().ShouldBe(SampleWarehouse.Shared.Published.Snapshot!.Id);
        answer.Json.GetProperty("sample").GetBoolean().ShouldBeTrue();
        answer.Json.GetProperty("columns").ToString().ShouldBe("""[{"name":"round","type":"VARCHAR"},{"name":"n","type":"BIGINT"}]""");
        answer.Row[0].GetString().ShouldBe("2023");
        answer.Json.GetProperty("truncated").GetBoolean().ShouldBeFalse();
        answer.Json.GetProperty("truncatedBy").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_example_of_the_description_is_what_its_query_is_answered_with()
    {
        using var client = await console.ClientAsync();
        var path = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!["paths"]!["/api/v1/sql"]!["post"]!;
        var query = path["requestBody"]!["content"]!["application/json"]!["example"]!["sql"]!.GetValue<string>();

        Examples.Held("sql", JsonNode.Parse((await console.AskAsync(query)).Body)!.AsObject());
    }

    public static IReadOnlyList<(string Expression, string Type, string Json)> Values =>
    [
        ("1.50::decimal(6, 2)", "DECIMAL(6,2)", "1.50"),
        ("1234567890123456789012345678.5::decimal(38, 1)", "DECIMAL(38,1)", "1234567890123456789012345678.5"),
        ("99999999999999999999999999999999999999::decimal(38, 0)", "DECIMAL(38,0)", "99999999999999999999999999999999999999"),
        ("'-0.1234567890123456789012345678901234567'::decimal(38, 37)", "DECIMAL(38,37)", "-0.1234567890123456789012345678901234567"),
        ("170141183460469231731687303715884105727::hugeint", "HUGEINT", "170141183460469231731687303715884105727"),
        ("9223372036854775807", "BIGINT", "9223372036854775807"),
        ("0.1::double", "DOUBLE", "0.1"),
        ("'nan'::double", "DOUBLE", "\"NaN\""),
        ("'-infinity'::double", "DOUBLE", "\"-Infinity\""),
        ("null::integer", "INTEGER", "null"),
        ("'东城“区”'", "VARCHAR", "\"东城“区”\""),
        ("true", "BOOLEAN", "true"),
        ("date '2026-11-03'", "DATE", "\"2026-11-03\""),
        ("'infinity'::date", "DATE", "\"infinity\""),
        ("'0044-03-15 (BC)'::date", "DATE", "\"0044-03-15 (BC)\""),
        ("timestamp '2026-11-03 02:15:00.5'", "TIMESTAMP", "\"2026-11-03T02:15:00.5\""),
        ("timestamptz '2026-11-03 10:15:00+08'", "TIMESTAMP WITH TIME ZONE", "\"2026-11-03T02:15:00Z\""),
        ("time '10:15:00'", "TIME", "\"10:15:00\""),
        ("interval '13 months 2 days 3 hours 4.5 seconds'", "INTERVAL", "\"P1Y1M2DT3H4.5S\""),
        ("[1, null, 3]", "INTEGER[]", "[1,null,3]"),
        ("[['a'], null]", "VARCHAR[][]", "[[\"a\"],null]"),
        ("{'a': 1, 'b': null}", "STRUCT(a INTEGER, b INTEGER)", "{\"a\":1,\"b\":null}"),
        ("map {'k': 1.5}", "MAP(VARCHAR, DECIMAL(2,1))", "{\"k\":1.5}"),
        ("'\\xDE\\xAD'::blob", "BLOB", "\"3q0=\""),
        ("'7a1aa26f-17ac-42ef-b0c0-f8acb00e88b6'::uuid", "UUID", "\"7a1aa26f-17ac-42ef-b0c0-f8acb00e88b6\""),
    ];

    [Fact]
    public async Task Values_arrive_whole()
    {
        var answer = await console.AskAsync("select " + string.Join(", ", Values.Select(v => v.Expression)));
        answer.Status.ShouldBe(200, answer.Body);
        foreach (var (i, value) in Values.Index())
        {
            answer.Json.GetProperty("columns")[i].GetProperty("type").GetString().ShouldBe(value.Type, value.Expression);
            answer.Row[i].GetRawText().ShouldBe(value.Json, value.Expression);
        }
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_is_asked_for_as_text()
    {
        var answer = await console.AskAsync("select [timestamp 'infinity'] as broken");
        answer.Status.ShouldBe(400, answer.Body);
        answer.Detail.ShouldContain("\"broken\"");
        (await console.AskAsync("select [timestamp 'infinity']::varchar as broken")).Row[0].GetString().ShouldBe("[infinity]");
    }

    [Theory]
    [InlineData("selec 1", "syntax error at or near \"selec\"", 1, 1)]
    [InlineData("select '东城区',\n  nope from dim_district", "\"nope\" not found", 2, 3)]
    [InlineData("select * from dim_districts", "Did you mean", 1, 15)]
    [InlineData("select '东' || cast(name_zh as integer) from dim_district", "Could not convert string", 1, 15)]
    [InlineData("select * from read_text('x')", "read_text", 1, 15)]
    public async Task A_fault_says_what_and_where(string sql, string message, int line, int column)
    {
        var answer = await console.AskAsync(sql);
        answer.Status.ShouldBe(400, answer.Body);
        answer.Detail.ShouldContain(message);
        answer.Json.GetProperty("position").GetProperty("line").GetInt32().ShouldBe(line);
        answer.Json.GetProperty("position").GetProperty("column").GetInt32().ShouldBe(column);
        answer.Body.ShouldNotContain("duckdb\"");
        answer.Body.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_fault_is_told_in_the_language_of_the_request()
    {
        using var client = await console.ClientAsync();
        using var response = await client.PostAsJsonAsync("/api/v1/sql?lang=zh", new { sql = "selec 1" }, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("title").GetString().ShouldBe("查询有误");
        problem.GetProperty("detail").GetString().ShouldStartWith("查询有误（第 1 行第 1 字）");
    }

    [Fact]
    public async Task Ten_thousand_rows_are_the_most()
    {
        var all = await console.AskAsync("select * from range(10000)");
        all.Json.GetProperty("rows").GetArrayLength().ShouldBe(10_000);
        all.Json.GetProperty("truncated").GetBoolean().ShouldBeFalse();
        var more = await console.AskAsync("select * from range(10001)");
        more.Json.GetProperty("rows").GetArrayLength().ShouldBe(10_000);
        more.Json.GetProperty("truncatedBy").GetString().ShouldBe("rows");
    }

    [Fact]
    public async Task A_result_of_gigabytes_is_cut_and_says_so()
    {
        var answer = await console.AskAsync("select range, repeat('区', 1000) from range(100000000)");
        answer.Status.ShouldBe(200, answer.Body[..200]);
        answer.Json.GetProperty("truncated").GetBoolean().ShouldBeTrue();
        answer.Json.GetProperty("truncatedBy").GetString().ShouldBe("bytes");
        Encoding.UTF8.GetByteCount(answer.Body).ShouldBeLessThan(20_100_000);
        var rows = answer.Json.GetProperty("rows").GetArrayLength();
        rows.ShouldBeInRange(6000, 7000);
    }

    [Theory]
    [InlineData("describe dim_district")]
    [InlineData("summarize dim_district")]
    [InlineData("show tables")]
    [InlineData("show all tables")]
    [InlineData("from dim_district")]
    [InlineData("table dim_district")]
    [InlineData("values (1), (2)")]
    [InlineData("select * from information_schema.columns")]
    [InlineData("select table_name, comment from duckdb_tables()")]
    [InlineData("with recursive r(i) as (select 1 union all select i + 1 from r where i < 9) select sum(i) from r;")]
    [InlineData("-- 注释\nselect 1 /* ; */ -- ;")]
    [InlineData("select * from (pivot rpt_dimension_result on dimension in ('F', 'D', 'O') using sum(expert_points) group by district)")]
    [InlineData("select district, expert_points, rank() over (partition by round order by expert_points desc) as r from rpt_dimension_result qualify r <= 3")]
    [InlineData("select * from dim_district asof join dim_round on dim_district.district >= dim_round.round")]
    [InlineData("select columns('.*_zh') from dim_district")]
    [InlineData("select * exclude (name_en) replace (upper(zone) as zone) from dim_district using sample 3")]
    [InlineData("select distinct on (zone) zone, district from dim_district order by all limit 10%")]
    [InlineData("select unnest([1, 2]) union all by name select 3 as x")]
    [InlineData("unpivot (select 1 as a, 2 as b) on a, b")]
    [InlineData("select round, list(distinct indicator order by indicator) filter (rater = 'self') from fct_score group by grouping sets ((round), ())")]
    public async Task Whatever_reads_is_answered(string sql)
    {
        var answer = await console.AskAsync(sql);
        answer.Status.ShouldBe(200, answer.Body);
    }

    [Fact]
    public async Task Csv_is_what_Excel_opens_and_never_a_formula()
    {
        using var client = await console.ClientAsync();
        using var response = await client.PostAsJsonAsync(
            "/api/v1/sql?format=csv", new { sql = "select '=1+1' as f, -1.50::decimal(4, 2) as n, 'a,\"b\"' as q, null as e, [1] as l" }, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe("f,n,q,e,l\r\n'=1+1,-1.50,\"a,\"\"b\"\"\",,[1]\r\n");
        response.Content.Headers.ContentDisposition!.FileName!.ShouldContain("sample");
    }

    [Fact]
    public async Task Parquet_keeps_the_types()
    {
        using var client = await console.ClientAsync();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.apache.parquet"));
        using var response = await client.PostAsJsonAsync(
            "/api/v1/sql", new { sql = """
                select 1.50::decimal(6, 2) as p, 7::bigint as i, '东城' as t, date '2026-11-03' as d, null::integer as e, true as b, [1] as l, 'x' as t, '\xDE'::blob as x,
                    timestamp '2026-11-03 01:02:03.5' as s
                from range(3)
                """ }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        using var folder = new TempFolder();
        var file = folder.File("a.parquet");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select string_agg(column_name || ' ' || column_type, ', ') from (describe from '{file}')";
        command.ExecuteScalar().ShouldBe("p DECIMAL(6,2), i BIGINT, t VARCHAR, d DATE, e INTEGER, b BOOLEAN, l VARCHAR, t_2 VARCHAR, x BLOB, s TIMESTAMP");
        command.CommandText = $"select count(*) || ' ' || any_value((p, i, t, d, e, b, l, t_2, x, s)) from '{file}'";
        command.ExecuteScalar().ShouldBe("3 (1.50, 7, 东城, 2026-11-03, NULL, true, '[1]', x, \\xDE, '2026-11-03 01:02:03.5')");
    }

    [Fact]
    public async Task A_form_is_answered_with_a_file()
    {
        using var client = await console.ClientAsync();
        using var response = await client.PostAsync(
            "/api/v1/sql?format=csv", new FormUrlEncodedContent([new("sql", "select 1 as a")]), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\ufeff').ShouldBe("a\r\n1\r\n");
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{\"sql\": 5}", "application/json")]
    [InlineData("{\"sql\": null}", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("select 1", "text/plain")]
    public async Task A_body_that_is_no_question_is_a_problem_not_a_failure(string body, string type)
    {
        using var client = await console.ClientAsync();
        using var response = await client.PostAsync(
            "/api/v1/sql", new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeOneOf(400, 415);
    }

    [Fact]
    public async Task Too_long_a_query_is_refused() => (await console.AskAsync("select " + new string('1', 60_000))).Status.ShouldBe(400);

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        using var client = await console.ClientAsync();
        using var response = await client.PostAsJsonAsync("/api/v1/sql", new { sql = new string(' ', 3_000_000) }, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeOneOf(400, 413);
    }

    [Fact]
    public async Task An_unknown_snapshot_or_format_is_named()
    {
        var snapshot = await console.AskAsync("select 1", "&snapshot=19990101T000000Z-00000000");
        snapshot.Status.ShouldBe(404);
        snapshot.Detail.ShouldContain("19990101T000000Z-00000000");
        var format = await console.AskAsync("select 1", "&format=xls");
        format.Status.ShouldBe(400);
        format.Detail.ShouldContain("json, csv, parquet");
    }

    [Fact]
    public async Task A_pinned_snapshot_is_the_one_that_is_asked()
    {
        var id = SampleWarehouse.Shared.Published.Snapshot!.Id;
        (await console.AskAsync("select 1", $"&snapshot={id}")).Json.GetProperty("snapshot").GetString().ShouldBe(id);
    }
}
