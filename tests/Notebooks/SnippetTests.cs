using LearningCity.Tests.Support;
using LearningCity.Warehouse.Exports;

namespace LearningCity.Notebooks.Tests;

/// <summary>The C# that goes out beside an export, compiled and run as it stands there.</summary>
[Collection(nameof(NotebookRunTests))]
public sealed class SnippetTests
{
    [Theory]
    [InlineData(ExportFormat.Snapshot)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Csv)]
    public async Task The_csharp_snippet_gives_the_ranking_of_the_newest_round(ExportFormat format)
    {
        using var s = SampleWarehouse.Shared.Lease();
        using var folder = new TempFolder();
        var files = Export.Write(s, format, folder.File("out"));
        var name = files.FirstOrDefault(f => f.Name.EndsWith(".duckdb", StringComparison.Ordinal))?.Name ?? "";
        var code = Snippets.For(format, name).Single(n => n.Language == "csharp").Code;
        // It names its file as it lies beside it; here it runs from elsewhere.
        foreach (var file in files)
            code = code.Replace(file.Name, folder.File("out") + "/" + file.Name, StringComparison.Ordinal);
        var path = NotebookFile.Write(folder, "#r \"DuckDB.NET.Data.dll\"\nusing System.IO;\nvoid Run()\n{\n" + code + "\n}\nRun();");

        (await NotebookRun.SaveAsync(path, SampleWarehouse.Shared.Folder)).Failed.ShouldBeNull();

        var lines = CodeCell.Text(Notebook.Read(path).Cells[0].Outputs[0]!["text"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain("2026 1 110107 93.70");
        if (format != ExportFormat.Csv)
            lines.Length.ShouldBe(16);
    }
}
