using System.Text.Json.Nodes;

namespace LearningCity.Notebooks.Tests;

/// <summary>The notebooks of the repository: each is a file that any viewer reads, and says what running it gives.</summary>
[Collection(nameof(NotebookRunTests))]
public sealed class CommittedNotebooksTests(CommittedNotebooksTests.Sample sample) : IClassFixture<CommittedNotebooksTests.Sample>
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder(), "*.ipynb").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_seven_and_they_are_numbered_without_a_gap()
    {
        var names = Names.Select(n => (string)n).ToList();
        names.Count.ShouldBe(7);
        names.Select(n => n[..3]).ShouldBe(Enumerable.Range(1, 7).Select(n => $"0{n}-"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_committed_notebook_gives_what_its_file_says(string name)
    {
        var result = await NotebookRun.CheckAsync(Path.Combine(Folder(), name), sample.Data.Folder, TimeSpan.FromMinutes(10));
        result.Failed.ShouldBeNull();
        result.Differences.ShouldBeEmpty();
        result.Cells.ShouldBeGreaterThan(5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_committed_notebook_is_a_valid_file_of_nbformat_4(string name)
    {
        (await Nbformat.FaultsAsync(await File.ReadAllTextAsync(Path.Combine(Folder(), name), TestContext.Current.CancellationToken))).ShouldBeEmpty();

        // What the schema leaves open: the minor version, the kernel, ids that differ, cells counted without a gap, pictures that are some.
        var root = Read(name);
        root["nbformat_minor"]!.GetValue<int>().ShouldBe(5);
        root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>().ShouldBe(".net-csharp");
        root["metadata"]!["language_info"]!["name"]!.GetValue<string>().ShouldBe("csharp");
        var cells = root["cells"]!.AsArray().Select(c => c!.AsObject()).ToList();
        cells.Select(c => c["id"]!.GetValue<string>()).ShouldBeUnique();
        cells.ShouldAllBe(c => CodeCell.Text(c["source"]).Trim().Length > 0);
        var code = cells.Where(c => c["cell_type"]!.GetValue<string>() == "code").ToList();
        code.Select(c => c["execution_count"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, code.Count));
        foreach (var (output, number) in code.SelectMany((c, i) => c["outputs"]!.AsArray().Select(o => (o!.AsObject(), i + 1))))
        {
            output["output_type"]!.GetValue<string>().ShouldNotBe("error");
            (output["execution_count"]?.GetValue<int>() ?? number).ShouldBe(number);
            if (output["data"]?["image/png"] is { } png)
            {
                Convert.FromBase64String(png.GetValue<string>())[1..4].ShouldBe("PNG"u8.ToArray());
            }
        }
    }

    [Theory]
    [InlineData("{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}}")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"\"}]}")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [{\"id\": \"a\", \"cell_type\": \"code\", \"metadata\": {}, \"source\": 1, \"outputs\": [], \"execution_count\": 1}]}")]
    public async Task The_schema_of_nbformat_finds_what_is_not_valid(string json) => (await Nbformat.FaultsAsync(json)).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_notebook_tells_its_story_in_Chinese_with_an_English_abstract_and_says_that_its_data_are_the_sample(string name)
    {
        var cells = Read(name)["cells"]!.AsArray().Select(c => c!.AsObject()).ToList();
        var first = CodeCell.Text(cells[0]["source"]);
        first.ShouldStartWith($"# {name[..2]} ");
        first.ShouldContain("> **Abstract.**");
        first.ShouldContain("**示例数据**");
        first.ShouldContain("**问题**");
        var text = string.Join('\n', cells.Where(c => c["cell_type"]!.GetValue<string>() == "markdown").Select(c => CodeCell.Text(c["source"])));
        foreach (var part in new[] { "方法", "## 发现", "## 局限", "## 接下来" })
        {
            text.ShouldContain(part);
        }

        var outputs = cells.Where(c => c["outputs"] is JsonArray).SelectMany(c => c["outputs"]!.AsArray()).Select(o => o!.AsObject()).ToList();
        outputs.Count(o => o["data"]?["image/png"] is not null).ShouldBeGreaterThan(0);
        outputs.Count(o => o["data"]?["text/html"] is not null).ShouldBeGreaterThan(0);
        outputs.Count(o => CodeCell.Text(o["data"]?["text/markdown"]).StartsWith("- ", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Every_notebook_stands_in_the_list_of_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        foreach (var name in Names)
        {
            readme.ShouldContain($"({(string)name})");
        }
    }

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name)))!.AsObject();

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LearningCity.slnx")))
            {
                return Path.Combine(folder.FullName, "notebooks");
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    /// <summary>The sample forms, loaded once for all notebooks.</summary>
    public sealed class Sample : IDisposable
    {
        public PinnedSample Data { get; } = PinnedSample.Create();

        public void Dispose() => Data.Dispose();
    }
}
