using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Etl.Templates;
using LearningCity.Warehouse.Catalogs;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>Fills a template in cell by cell, as a person does.</summary>
internal static class FillIn
{
    public static string Template(string path, Action<OfficialForm, Stream> write, string? district)
    {
        var city = Cities.BuiltIn;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        write(OfficialForm.Of(city, city.Round("2024")!, district is null ? null : city.District(district)), stream);
        return path;
    }

    public static IEnumerable<(Indicator Indicator, decimal Self, decimal Expert)> Scores() =>
        Cities.BuiltIn.IndicatorsOf("2023").Select((i, n) => (i, i.MaxPoints - (0.5m * (n % 3)), i.MaxPoints - 0.25m - (0.1m * n)));

    // The totals are left as they are: adding up is the office program's business.
    public static void Workbook(string path, string? district, bool selfOnly = false)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name! == FormXlsx.SheetName);
        var cells = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
        void Number(string cell, decimal value) => cells[cell].CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
        if (district is not null)
        {
            cells["B4"].DataType = CellValues.InlineString;
            cells["B4"].InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(district));
        }
        Number("H4", 45579);
        var row = 7;
        foreach (var (_, self, expert) in Scores())
        {
            Number($"H{row}", self);
            if (!selfOnly)
                Number($"I{row}", expert);
            row++;
        }
    }

    public static void Document(string path, string? district, bool selfOnly = false)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: true);
        var controls = document.MainDocumentPart!.Document!.Descendants<SdtRun>().ToDictionary(c => c.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!);
        void Fill(string tag, string text)
        {
            controls[tag].SdtProperties!.GetFirstChild<ShowingPlaceholder>()?.Remove();
            controls[tag].SdtContentRun!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Single().Text = text;
        }
        if (district is not null)
            Fill("LearningCity:district", district);
        Fill("LearningCity:date", "2024年10月14日");
        foreach (var (indicator, self, expert) in Scores())
        {
            Fill(FormCodes.ScoreTag(indicator.Code, self: true), self.ToString(CultureInfo.InvariantCulture));
            if (!selfOnly)
                Fill(FormCodes.ScoreTag(indicator.Code, self: false), expert.ToString(CultureInfo.InvariantCulture));
        }
        Fill("LearningCity:total:self", Scores().Sum(s => s.Self).ToString(CultureInfo.InvariantCulture));
        if (!selfOnly)
            Fill("LearningCity:total:expert", Scores().Sum(s => s.Expert).ToString(CultureInfo.InvariantCulture));
    }
}
