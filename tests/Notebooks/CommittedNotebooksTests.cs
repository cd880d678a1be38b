using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningCity.Notebooks.Tests;

/// <summary>The notebooks of the repository: each is a file that any viewer reads, and says what running it gives.</summary>
[Collection(nameof(NotebookRunTests))]
public sealed partial class CommittedNotebooksTests(CommittedNotebooksTests.Sample sample) : IClassFixture<CommittedNotebooksTests.Sample>
{
    private static readonly string[] Kinds = ["markdown", "code"];
    private static readonly string[] OutputKinds = ["stream", "display_data", "execute_result"];

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
    public void A_committed_notebook_is_a_valid_file_of_nbformat_4(string name)
    {
        var root = Read(name);
        root["nbformat"]!.GetValue<int>().ShouldBe(4);
        root["nbformat_minor"]!.GetValue<int>().ShouldBe(5);
        root.Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(["cells", "metadata", "nbformat", "nbformat_minor"]);
        root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>().ShouldBe(".net-csharp");
        root["metadata"]!["kernelspec"]!["display_name"]!.GetValue<string>().ShouldNotBeEmpty();
        root["metadata"]!["language_info"]!["name"]!.GetValue<string>().ShouldBe("csharp");
        var cells = root["cells"]!.AsArray().Select(c => c!.AsObject()).ToList();
        cells.Select(c => c["id"]!.GetValue<string>()).ShouldBeUnique();
        var number = 0;
        foreach (var cell in cells)
        {
            Id().IsMatch(cell["id"]!.GetValue<string>()).ShouldBeTrue();
            Kinds.ShouldContain(cell["cell_type"]!.GetValue<string>());
            cell["metadata"].ShouldBeOfType<JsonObject>();
            ShouldBeText(cell["source"]);
            CodeCell.Text(cell["source"]).Trim().ShouldNotBeEmpty();
            if (cell["cell_type"]!.GetValue<string>() == "markdown")
            {
                cell.Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(["cell_type", "id", "metadata", "source"]);
                continue;
            }

            cell.Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(["cell_type", "execution_count", "id", "metadata", "outputs", "source"]);
            cell["execution_count"]!.GetValue<int>().ShouldBe(++number);
            foreach (var output in cell["outputs"]!.AsArray())
            {
                ShouldBeOutput(output!.AsObject(), number);
            }
        }
    }

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

    private static void ShouldBeOutput(JsonObject output, int number)
    {
        var kind = output["output_type"]!.GetValue<string>();
        OutputKinds.ShouldContain(kind);
        if (kind == "stream")
        {
            output["name"]!.GetValue<string>().ShouldBe("stdout");
            ShouldBeText(output["text"]);
            return;
        }

        output["metadata"].ShouldBeOfType<JsonObject>();
        (output["execution_count"]?.GetValue<int>()).ShouldBe(kind == "execute_result" ? number : null);
        var data = output["data"]!.AsObject();
        ShouldBeText(data["text/plain"]);
        if (data["image/png"] is { } png)
        {
            Convert.FromBase64String(png.GetValue<string>())[1..4].ShouldBe("PNG"u8.ToArray());
        }
    }

    /// <summary>A text of nbformat: one string, or lines.</summary>
    private static void ShouldBeText(JsonNode? node)
    {
        node.ShouldNotBeNull();
        if (node is JsonArray lines)
        {
            lines.SkipLast(1).ShouldAllBe(l => l!.GetValue<string>().EndsWith('\n'));
            return;
        }

        node.GetValue<string>();
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

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,64}$")]
    private static partial Regex Id();

    /// <summary>The sample forms, loaded once for all notebooks.</summary>
    public sealed class Sample : IDisposable
    {
        public PinnedSample Data { get; } = PinnedSample.Create();

        public void Dispose() => Data.Dispose();
    }
}
