using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Tests.Support;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Tests.Reports;

/// <summary>What LibreOffice makes of the reports, where it is installed.</summary>
public sealed class ReportOfficeTests
{
    [Fact]
    public void LibreOffice_opens_the_reports_and_sets_them_on_pages_that_are_none_of_them_empty()
    {
        Office.RequirePictures();
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("zh.docx"), ReportFile.Entry("通州区"));
        File.WriteAllBytes(folder.File("en.docx"), ReportFile.Sample(Text.English, (reports, stream) => reports.WriteSummary(stream)));
        foreach (var name in new[] { "zh.docx", "en.docx" })
        {
            var pages = Office.Pages(folder.File(name), Directory.CreateDirectory(folder.File(name + "-pages")).FullName);
            pages.Count.ShouldBeInRange(8, 20);
            pages.ShouldAllBe(p => p.Height > p.Width && p.Ink > 0.002);
            pages.Sum(p => p.Rules).ShouldBeGreaterThan(20);
        }
    }

    [Fact]
    public void LibreOffice_reads_every_sheet_of_the_annex()
    {
        Office.Require();
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("annex.xlsx"), ReportFile.Entry("附表"));
        var again = Office.Convert(folder.File("annex.xlsx"), "xlsx", Directory.CreateDirectory(folder.File("out")).FullName);

        using var before = SpreadsheetDocument.Open(folder.File("annex.xlsx"), false);
        using var after = SpreadsheetDocument.Open(again, false);
        Names(after).ShouldBe(Names(before));
        after.WorkbookPart!.WorksheetParts.Sum(p => p.Worksheet!.Descendants<Row>().Count()).ShouldBe(before.WorkbookPart!.WorksheetParts.Sum(p => p.Worksheet!.Descendants<Row>().Count()));
        // Without a window LibreOffice keeps neither panes nor filters of any workbook: AnnexTests reads those in the file itself.
        Scales(after).ShouldBe(Scales(before));
        Scales(before).ShouldBeGreaterThan(10);
    }

    private static int Scales(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts.Sum(p => p.Worksheet!.Descendants<ColorScale>().Count());

    private static IEnumerable<string?> Names(SpreadsheetDocument document) => document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name?.Value);
}
