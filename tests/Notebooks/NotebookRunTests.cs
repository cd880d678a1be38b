using System.Text.Json.Nodes;
using LearningCity.Tests.Support;

namespace LearningCity.Notebooks.Tests;

/// <summary>Small notebooks through the real runner, over the published sample.</summary>
[Collection(nameof(NotebookRunTests))]
[CollectionDefinition(nameof(NotebookRunTests), DisableParallelization = true)]
public sealed class NotebookRunTests
{
    [Fact]
    public async Task What_a_cell_declares_the_next_one_has()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "var points = 93.7m;\nint Twice(int n) => 2 * n;", "Console.WriteLine(points);\nTwice(21)");
        (await Save(path)).ShouldSatisfyAllConditions(r => r.Good.ShouldBeTrue(), r => r.Cells.ShouldBe(2));
        var outputs = Read(path, 1);
        outputs.Count.ShouldBe(2);
        outputs[0]["output_type"]!.GetValue<string>().ShouldBe("stream");
        CodeCell.Text(outputs[0]["text"]).ShouldBe("93.7\n");
        outputs[1]["output_type"]!.GetValue<string>().ShouldBe("execute_result");
        outputs[1]["execution_count"]!.GetValue<int>().ShouldBe(2);
        CodeCell.Text(outputs[1]["data"]!["text/plain"]).ShouldBe("42");
    }

    [Fact]
    public async Task Rows_become_a_table()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "new[] { new { 区 = \"东城 <1>\", Points = (decimal?)93.70m }, new { 区 = \"西城\", Points = (decimal?)null } }");
        (await Save(path)).Good.ShouldBeTrue();
        var data = Read(path, 0)[0]["data"]!;
        CodeCell.Text(data["text/html"]).ShouldContain("<td style=\"text-align:left\">东城 &lt;1&gt;</td><td style=\"text-align:right\">93.70</td>");
        CodeCell.Text(data["text/plain"]).ShouldBe("区        Points\n东城 <1>   93.70\n西城           —\n");
    }

    [Fact]
    public async Task A_question_of_the_warehouse_is_asked_of_the_snapshot_and_shown()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(
            folder,
            "#r \"LearningCity.Warehouse.dll\"\nusing LearningCity.Warehouse.Questions;\nvar snapshot = OpenSnapshot();",
            "var ranking = Rankings.Ask(snapshot, \"2026\");\nranking.Rows.Take(2).Select(r => new { r.Rank, r.NameZh, r.Points })",
            "Say($\"第一名是{ranking.Rows[0].NameZh}。\")");
        (await Save(path)).Failed.ShouldBeNull();
        CodeCell.Text(Read(path, 1)[0]["data"]!["text/plain"]).ShouldContain("Rank");
        CodeCell.Text(Read(path, 2)[0]["data"]!["text/markdown"]).ShouldStartWith("第一名是");
    }

    [Fact]
    public async Task A_figure_becomes_a_picture()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, """
            #r "LearningCity.Dashboard.dll"
            #r "LearningCity.Warehouse.dll"
            using LearningCity.Dashboard.Figures;
            using LearningCity.Dashboard.Figures.Plots;
            TotalsFigure.Of(
                new TotalsInput([new(new Named("a", "甲区", "A"), 90m), new(new Named("b", "乙区", "B"), 80m)], 100m, 85m, 85m),
                new FigureContext(FigureLanguage.Zh, "示例", true))
            """);
        var result = await Save(path);
        result.Failed.ShouldBeNull();
        var png = Convert.FromBase64String(Read(path, 0)[0]["data"]!["image/png"]!.GetValue<string>());
        png[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        png.Length.ShouldBeGreaterThan(3000);
        (await Check(path)).Good.ShouldBeTrue();
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"说明\");", "InvalidOperationException", "说明")]
    [InlineData("int x = \"text\";", "编译错误 | Compilation", "(1,9) CS0029")]
    [InlineData("await Task.Delay(60_000);", "Timeout", "5")]
    [InlineData("while (true) { System.Threading.Thread.Sleep(10); }", "Timeout", "5")]
    [InlineData("#r \"nuget: Nobody.Knows.It, 1.0.0\"", "PackageReference", "Nobody.Knows.It")]
    [InlineData("#r \"nuget: ScottPlot, 4.0.0\"", "PackageReference", "5.1.59")]
    public async Task A_failing_cell_ends_the_run_and_says_why(string code, string name, string message)
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "1 + 1", code, "2 + 2");
        var result = await NotebookRun.SaveAsync(path, SampleWarehouse.Shared.Folder, TimeSpan.FromSeconds(5));
        result.Good.ShouldBeFalse();
        result.Failed!.Value.Cell.ShouldBe(2);
        result.Failed.Value.Fault.Name.ShouldBe(name);
        result.Failed.Value.Fault.Message.ShouldContain(message);
        Read(path, 1)[0]["output_type"]!.GetValue<string>().ShouldBe("error");
        File.ReadAllText(path).ShouldNotContain(folder.Path);
        File.ReadAllText(path).ShouldNotContain("   at ");
        Read(path, 2).Count.ShouldBe(0);
        (await Nbformat.FaultsAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_fails_where_a_cell_does()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "throw new InvalidOperationException();");
        await Save(path);
        (await Check(path)).Good.ShouldBeFalse();
    }

    [Fact]
    public async Task A_package_of_the_project_is_supplied()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.Statistics;\nnew[] { 1.0, 2.0, 4.0 }.Median()");
        (await Save(path)).Failed.ShouldBeNull();
        CodeCell.Text(Read(path, 0)[0]["data"]!["text/plain"]).ShouldBe("2");
    }

    [Fact]
    public async Task A_check_fails_when_a_result_differs_and_changes_no_file()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "Console.WriteLine(\"first\");\n1 + 1");
        await Save(path);
        (await Check(path)).Good.ShouldBeTrue();
        var changed = File.ReadAllText(path).Replace("\"2\"", "\"3\"", StringComparison.Ordinal);
        changed.ShouldNotBe(File.ReadAllText(path));
        File.WriteAllText(path, changed);
        var result = await Check(path);
        result.Good.ShouldBeFalse();
        result.Differences.ShouldHaveSingleItem().ShouldContain("- 3\n    + 2");
        File.ReadAllText(path).ShouldBe(changed);
    }

    [Fact]
    public async Task A_check_fails_when_a_picture_differs()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, Picture(40));
        await Save(path);
        // The code now draws another figure than the one that is saved beside it.
        File.WriteAllText(path, File.ReadAllText(path).Replace("), 40m)", "), 95m)", StringComparison.Ordinal));
        (await Check(path)).Differences.ShouldContain(d => d.Contains("image/png"));
    }

    [Fact]
    public async Task Running_again_changes_nothing()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, "var x = 1;", "x");
        await Save(path);
        var once = File.ReadAllText(path);
        await Save(path);
        File.ReadAllText(path).ShouldBe(once);
        var root = JsonNode.Parse(once)!;
        root["nbformat"]!.GetValue<int>().ShouldBe(4);
        root["nbformat_minor"]!.GetValue<int>().ShouldBe(5);
        root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>().ShouldBe(".net-csharp");
        root["cells"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()).ShouldBeUnique();
        root["metadata"]!["study"]!.GetValue<string>().ShouldBe("kept as it is");
    }

    [Fact]
    public async Task Text_that_is_saved_while_the_notebook_runs_stays_beside_the_outputs()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, Rewrites(folder, "kept as it is", "changed meanwhile"), "21 * 2");
        (await Save(path)).Good.ShouldBeTrue();
        File.ReadAllText(path).ShouldContain("changed meanwhile");
        CodeCell.Text(Read(path, 1)[0]["data"]!["text/plain"]).ShouldBe("42");
    }

    [Fact]
    public async Task Code_that_is_saved_while_the_notebook_runs_is_not_overwritten()
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, Rewrites(folder, "21 * 2", "21 * 3"), "21 * 2");
        var result = await Save(path);
        result.Overtaken.ShouldBeTrue();
        result.Good.ShouldBeFalse();
        Notebook.Read(path).Cells[1].Source.ShouldBe("21 * 3");
        Read(path, 1).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Watching_runs_a_notebook_again_when_its_code_is_saved_and_not_when_its_outputs_are()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        var path = NotebookFile.Write(folder, "20 + 1");
        var watching = Commands.RunAsync([path], SampleWarehouse.Shared.Folder.Root, watch: true, stop.Token);
        await Until(() => Shown(path) == "21");
        File.WriteAllText(path, File.ReadAllText(path).Replace("20 + 1", "20 + 2", StringComparison.Ordinal));
        await Until(() => Shown(path) == "22");
        var written = File.GetLastWriteTimeUtc(path);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        File.GetLastWriteTimeUtc(path).ShouldBe(written);
        await stop.CancelAsync();
        (await watching).ShouldBe(0);
    }

    [Theory]
    [InlineData("Draw(\"nothing\")", "gaps")]
    [InlineData("Draw(\"gaps?round=1999\")", "1999")]
    [InlineData("Draw(\"gaps?colour=red\")", "colour")]
    [InlineData("Draw(\"spine?round=2026\")", "district")]
    public async Task A_figure_that_is_asked_for_wrongly_says_what_is_wrong(string code, string says)
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, code);
        var fault = (await Save(path)).Failed!.Value.Fault;
        fault.Name.ShouldBe("Figure");
        fault.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("new double?[] { 0.00003, 0.3, 1e-16, null }", "value\n3.0e-5\n   0.3\n     0\n     —\n")]
    [InlineData("new[] { 5m / 6, 0.754000m }", "value\n0.833333\n0.754000\n")]
    [InlineData("Array.Empty<string>()", "（没有）| (none)")]
    public async Task Numbers_are_shown_as_people_read_them(string code, string text)
    {
        using var folder = new TempFolder();
        var path = NotebookFile.Write(folder, code);
        (await Save(path)).Good.ShouldBeTrue();
        CodeCell.Text(Read(path, 0)[0]["data"]!["text/plain"]).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}")]
    [InlineData("{\"nbformat\": 4}")]
    public void A_file_that_is_no_notebook_is_said_to_be_none(string json) =>
        Should.Throw<InvalidDataException>(() => Notebook.Parse(json)).Message.ShouldContain("| ");

    private static string Picture(int points) => $$"""
        #r "LearningCity.Dashboard.dll"
        #r "LearningCity.Warehouse.dll"
        using LearningCity.Dashboard.Figures;
        using LearningCity.Dashboard.Figures.Plots;
        TotalsFigure.Of(
            new TotalsInput([new(new Named("a", "甲区", "A"), {{points}}m), new(new Named("b", "乙区", "B"), 80m)], 100m, 85m, 85m),
            new FigureContext(FigureLanguage.Zh, "示例", true))
        """;

    /// <summary>A cell that saves its own notebook with other words, as an editor beside the runner would.</summary>
    private static string Rewrites(TempFolder folder, string from, string to) => $$"""
        var file = @"{{folder.File("small.ipynb")}}";
        System.IO.File.WriteAllText(file, System.IO.File.ReadAllText(file).Replace("{{from[..3]}}" + "{{from[3..]}}", "{{to[..3]}}" + "{{to[3..]}}"));
        """;

    private static string Shown(string path)
    {
        try
        {
            return CodeCell.Text(Notebook.Read(path).Cells[0].Outputs.FirstOrDefault()?["data"]?["text/plain"]);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return "";
        }
    }

    private static async Task Until(Func<bool> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!done())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static Task<NotebookResult> Save(string path) => NotebookRun.SaveAsync(path, SampleWarehouse.Shared.Folder);

    private static Task<NotebookResult> Check(string path) => NotebookRun.CheckAsync(path, SampleWarehouse.Shared.Folder);

    private static IReadOnlyList<JsonObject> Read(string path, int cell) => [.. Notebook.Read(path).Cells[cell].Outputs.Select(o => o!.AsObject())];
}
