using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Exports;
using MiniExcelLibs;

namespace LearningCity.Warehouse.Tests.Exports;

public sealed class ExportTests
{
    [Theory]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Snapshot)]
    public async Task Every_export_carries_dictionary_package_readme_and_true_checksums(ExportFormat format)
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var target = folder.File("out");
        var files = Export.Write(s, format, target);
        files.Select(f => f.Name).ShouldBe(Directory.EnumerateFiles(target).Select(p => Path.GetFileName(p)!), ignoreOrder: true);
        foreach (var line in File.ReadLines(Path.Combine(target, Export.ChecksumFile)))
        {
            var parts = line.Split("  ");
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(target, parts[1])))).ShouldBe(parts[0]);
        }
        File.ReadLines(Path.Combine(target, Export.ChecksumFile)).Count().ShouldBe(files.Count - 1);
        File.ReadAllText(Path.Combine(target, Export.ReadmeFile)).ShouldContain("示例数据");
        var package = await File.ReadAllTextAsync(Path.Combine(target, Export.PackageFile), TestContext.Current.CancellationToken);
        (await DataPackageProfile.FaultsAsync(package)).ShouldBeEmpty();
        ValidatePackage(JsonNode.Parse(package)!, target);
    }

    [Fact]
    public async Task A_package_that_breaks_its_profile_is_named_with_the_place()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Csv, folder.File("out"), ["dim_round"]);
        var text = await File.ReadAllTextAsync(Path.Combine(folder.File("out"), Export.PackageFile), TestContext.Current.CancellationToken);
        async Task<string> Broken(Action<JsonNode> fault)
        {
            var package = JsonNode.Parse(text)!;
            fault(package);
            return string.Join('\n', await DataPackageProfile.FaultsAsync(package.ToJsonString()));
        }

        (await Broken(_ => { })).ShouldBeEmpty();
        (await Broken(p => p.AsObject().Remove("resources"))).ShouldContain("resources");
        (await Broken(p => p["name"] = "Not a name")).ShouldContain("#/name");
        (await Broken(p => p["resources"]![0]!.AsObject().Remove("path"))).ShouldContain("#/resources[0]");
        (await Broken(p => p["resources"]![0]!["schema"]!["fields"]![0]!["type"] = "text")).ShouldContain("#/resources[0]");
    }

    [Fact]
    public void Csv_begins_with_a_byte_order_mark_and_holds_every_row()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Csv, folder.File("out"), ["fct_score", "dim_district"]);
        var bytes = File.ReadAllBytes(Path.Combine(folder.File("out"), "fct_score.csv"));
        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).Count(c => c == '\n').ShouldBe(9086 + 1);
        File.Exists(Path.Combine(folder.File("out"), "rpt_ranking.csv")).ShouldBeFalse();
        File.ReadAllText(Path.Combine(folder.File("out"), "dim_district.csv")).ShouldContain("东城区");
    }

    [Fact]
    public void Parquet_reads_back_the_same_rows()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Parquet, folder.File("out"));
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute($"attach '{s.Path}' as original (read_only)");
        foreach (var table in s.Info.Rows.Keys)
            connection.QuerySingle<long>($"select count(*) from (from original.main.{table} except from '{folder.File("out")}/{table}.parquet')").ShouldBe(0);
    }

    [Fact]
    public void The_workbook_holds_a_sheet_for_each_table_with_real_numbers()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Xlsx, folder.File("out"), ["rpt_ranking", "dim_round"]);
        var path = Path.Combine(folder.File("out"), "learning-city.xlsx");
        MiniExcel.GetSheetNames(path).ShouldBe(["about", "dim_round", "rpt_ranking", "dictionary"]);
        var row = ((IEnumerable<dynamic>)MiniExcel.Query(path, useHeaderRow: true, sheetName: "rpt_ranking")).Cast<IDictionary<string, object>>()
            .Single(r => (string)r["round"] == "2026" && (string)r["dimension"] == "total" && (string)r["rater"] == "expert" && (string)r["district"] == "110107");
        Convert.ToDecimal(row["points"], CultureInfo.InvariantCulture).ShouldBe(93.7m);
        row["points"].ShouldBeOfType<double>();
        row["round"].ShouldBeOfType<string>();
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("mine.txt"), "mine");
        Should.Throw<IOException>(() => Export.Write(s, ExportFormat.Csv, folder.Path)).Message.ShouldContain(folder.Path);
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(ExportFormat.Snapshot)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Csv)]
    public void The_sql_snippet_gives_the_ranking_of_the_newest_round(ExportFormat format)
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var target = folder.File("out");
        var files = Export.Write(s, format, target);
        var name = files.FirstOrDefault(f => f.Name.EndsWith(".duckdb", StringComparison.Ordinal))?.Name ?? "";
        var sql = Snippets.For(format, name).Single(n => n.Language == "sql").Code;
        sql = Regex.Replace(sql, @"'(rpt_ranking\.\w+)'", $"'{target}/$1'");
        using var connection = new DuckDBConnection(format == ExportFormat.Snapshot ? $"Data Source={target}/{name};ACCESS_MODE=READ_ONLY" : "Data Source=:memory:");
        connection.Open();
        var rows = connection.Query<(string Round, string District, int Rank, decimal Points)>(sql).ToList();
        rows.Count.ShouldBe(16);
        rows[0].ShouldBe(("2026", "110107", 1, 93.7m));
    }

    [Fact]
    public async Task The_python_snippet_for_csv_runs_and_gives_the_ranking()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Csv, folder.File("out"));
        var snippet = Snippets.For(ExportFormat.Csv, "").Single(n => n.Language == "python").Code;
        await File.WriteAllTextAsync(folder.File("snippet.py"), snippet, TestContext.Current.CancellationToken);
        Process? python = null;
        try
        {
            python = Process.Start(new ProcessStartInfo("python3", folder.File("snippet.py"))
            {
                WorkingDirectory = folder.File("out"),
                RedirectStandardOutput = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Python 3 is not installed here.");
        }
        var output = await python!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0);
        output.Split('\n').ShouldContain("2026 1 110107 93.70");
    }

    [Fact]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_csv_and_numbers_do_not()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 2");
        foreach (var value in new[] { "=1+1", "+1", "-1", "@sum", "\tx", "＝1", "1-1", "plain" })
            test.Store.Connection.Execute(
                "insert into log_rejected_row (load, source_file, file_name, value, rule, severity, message_zh, message_en) values (1, 'seed', 'a.csv', $value, 'r', 'reject', '', '')",
                new { value });
        using var s = test.Publish();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Csv, folder.File("csv"), ["log_rejected_row", "rpt_indicator_result"]);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Query<string>($"select value from read_csv('{folder.File("csv")}/log_rejected_row.csv', header = true, delim = ',', quote = '\"', all_varchar = true)").Order(StringComparer.Ordinal)
            .ShouldBe(new[] { "'=1+1", "'+1", "'-1", "'@sum", "'\tx", "'＝1", "1-1", "plain" }.Order(StringComparer.Ordinal));
        File.ReadAllText(folder.File("csv") + "/README.md").ShouldContain("apostrophe");
        Export.Write(s, ExportFormat.Parquet, folder.File("parquet"), ["log_rejected_row"]);
        connection.Query<string>($"select value from '{folder.File("parquet")}/log_rejected_row.parquet'").ShouldContain("=1+1");
    }

    [Fact]
    public void A_workbook_holds_text_as_text_even_where_it_looks_like_a_formula_or_holds_what_a_sheet_cannot()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 2");
        test.Store.Connection.Execute(
            "insert into log_rejected_row (load, source_file, file_name, value, rule, severity, message_zh, message_en) values (1, 'seed', 'a.csv', '=1+1', 'r', 'reject', 'a' || chr(7) || 'b', '')");
        using var s = test.Publish();
        using var folder = new TempFolder();
        Export.Write(s, ExportFormat.Xlsx, folder.File("out"), ["log_rejected_row"]);
        var path = Path.Combine(folder.File("out"), "learning-city.xlsx");
        var row = ((IEnumerable<dynamic>)MiniExcel.Query(path, useHeaderRow: true, sheetName: "log_rejected_row")).Cast<IDictionary<string, object>>().Single();
        (row["value"], row["message_zh"]).ShouldBe(("=1+1", "a\ufffdb"));
    }

    [Fact]
    public void A_packed_export_says_what_it_holds()
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var packed = ExportZip.Write(new ExportSource(s.Info, s.Path) { FileName = "all.duckdb", Note = "说明 | A note" }, ExportFormat.Snapshot, folder.File("all.zip"));
        packed.Files.Select(f => f.Name).ShouldBe(["README.md", "SHA256SUMS", "all.duckdb", "datapackage.json", "dictionary.csv"]);
        packed.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.File("all.zip")))));
        packed.Files.Single(f => f.Name == "all.duckdb").Bytes.ShouldBe(new FileInfo(s.Path).Length);
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(1);
    }

    /// <summary>What a profile cannot say: that the package is of the files beside it.</summary>
    private static void ValidatePackage(JsonNode package, string folder)
    {
        var resources = package["resources"]!.AsArray();
        resources.Count.ShouldBeGreaterThan(0);
        resources.Select(r => (string)r!["name"]!).ShouldBeUnique();
        foreach (var resource in resources)
        {
            var path = (string)resource!["path"]!;
            path.ShouldNotContain("..");
            var file = new FileInfo(Path.Combine(folder, path));
            ((long)resource["bytes"]!).ShouldBe(file.Length);
            ((string)resource["hash"]!).ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))));
            if ((string?)resource["profile"] != "tabular-data-resource")
                continue;
            var header = File.ReadLines(file.FullName).First().TrimStart('\uFEFF').Split(',');
            resource["schema"]!["fields"]!.AsArray().Select(f => (string)f!["name"]!).ShouldBe(header);
        }
    }
}
