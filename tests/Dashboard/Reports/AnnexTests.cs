using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Dashboard.Reports.Workbooks;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed class AnnexTests(SampleDashboard dashboard)
{
    private static readonly Lazy<byte[]> Book = new(() => ReportFile.Entry("附表"));

    [Fact]
    public void The_workbook_breaks_no_rule_of_the_file_format_and_holds_no_formula()
    {
        ReportFile.Faults(Book.Value, word: false).ShouldBeEmpty();
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book.Value), false);
        document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        using var stream = new MemoryStream();
        AnnexWriter.Write(
            [new AnnexSheet("一", [new("头", null, "", AnnexFormat.Text, row => row)], ["=1+1", "@SUM(A1)", "+1", "a\u0001b"])], "=&A", stream);

        ReportFile.Faults(stream.ToArray(), word: false).ShouldBeEmpty();
        using var document = SpreadsheetDocument.Open(stream, false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Skip(1).ToList();
        cells.ShouldAllBe(c => c.DataType!.Value == CellValues.InlineString && c.CellFormula == null);
        cells[0].InnerText.ShouldBe("=1+1");
    }

    [Fact]
    public void Heads_are_frozen_and_filtered_and_colours_follow_the_values()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book.Value), false);
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            var pane = part.Worksheet!.Descendants<Pane>().Single();
            (pane.VerticalSplit!.Value, pane.State!.Value).ShouldBe((1d, PaneStateValues.Frozen));
            part.Worksheet.Elements<AutoFilter>().Count().ShouldBe(1);
        }

        Sheet(document, "得分率热表").Elements<ConditionalFormatting>().Single().Descendants<ColorScale>().Count().ShouldBe(1);
        Sheet(document, "差异热表").Descendants<ConditionalFormatValueObject>().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("排名", "rankings?round=2026")]
    [InlineData("指标汇总", "indicators?round=2026")]
    [InlineData("得分明细", "results?round=2026")]
    [InlineData("自评与专评（区）", "agreement?round=2026")]
    [InlineData("名次稳健性", "certainty?round=2026")]
    [InlineData("专家一致性", "panel?round=2026")]
    [InlineData("轮次变化", "changes?round=2026")]
    [InlineData("历次总分", "trends?district=*")]
    public async Task Every_cell_is_what_the_api_answers(string sheet, string address)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book.Value), false);
        var rows = await dashboard.Chinese.Rows(address);
        var fields = Rows(document, "字段说明").Skip(1).Where(r => r[0] == sheet).Select(r => r[2]).ToList();
        var written = Rows(document, sheet).Skip(1).ToList();

        fields.Count.ShouldBeGreaterThan(5);
        written.Count.ShouldBe(rows.Length);
        foreach (var (cells, row) in written.Zip(rows))
        {
            foreach (var (cell, field) in cells.Zip(fields))
                Same(cell, row[field]).ShouldBeTrue($"{sheet} {field}: {cell} | {row[field]}");
        }
    }

    [Fact]
    public void Every_column_is_explained()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book.Value), false);
        var explained = Rows(document, "字段说明").Skip(1).ToList();

        explained.Where(r => r[3].Length == 0).Select(r => $"{r[0]} {r[1]} {r[2]}").ShouldBeEmpty();
        explained.Select(r => r[0]).Distinct().Count().ShouldBe(document.WorkbookPart!.Workbook!.Sheets!.Count() - 2);
    }

    [Fact]
    public void Every_sentence_of_the_reports_stands_there_with_its_rule()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book.Value), false);
        var traced = Rows(document, "文字依据").Skip(1).Where(r => r[0] == "通州区").Select(r => (r[2], r[5])).ToList();

        traced.ShouldBe(ReportFile.Sentences(ReportFile.Entry("通州区")), ignoreOrder: false);
    }

    private static bool Same(string cell, JsonNode? value) => value switch
    {
        null => cell.Length == 0,
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => cell == (value.GetValue<bool>() ? "1" : "0"),
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => double.Parse(cell, CultureInfo.InvariantCulture).Equals(value.GetValue<double>()),
        _ when DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", out var date) => cell == date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture),
        _ => cell == value.ToString(),
    };

    private static Worksheet Sheet(SpreadsheetDocument document, string name)
    {
        var id = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet!;
    }

    private static IEnumerable<string[]> Rows(SpreadsheetDocument document, string sheet) =>
        Sheet(document, sheet).Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.DataType?.Value == CellValues.InlineString ? c.InnerText : c.CellValue?.Text ?? "").ToArray());
}
