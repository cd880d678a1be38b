using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Etl.Templates;
using LearningCity.Warehouse.Catalogs;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>Templates filled in cell by cell, as a person does, and saved by an office program; no option says what they are.</summary>
public sealed class FilledTemplateTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("xlsx:Calc MS Excel 2007 XML", "110112")]
    [InlineData("xlsx:Calc MS Excel 2007 XML", null)]
    [InlineData("xls:MS Excel 97", null)]
    public void A_workbook_filled_in_and_saved_by_LibreOffice_loads_with_no_option(string format, string? district)
    {
        Office.Require();
        var blank = Template("form.xlsx", FormXlsx.Write, district);
        FillWorkbook(blank, district is null ? "通州区" : null);
        Loaded(Office.Convert(blank, format, Directory.CreateDirectory(Path.Combine(_bench.Inbox, "来件")).FullName));
    }

    [Theory]
    [InlineData("110112")]
    [InlineData(null)]
    public void A_Word_form_filled_in_loads_with_no_option(string? district)
    {
        var blank = Template("form.docx", FormDocx.Write, district);
        FillDocument(blank, district is null ? "通州区" : null);
        Loaded(blank);
    }

    [Fact]
    public void A_Word_form_filled_in_and_saved_by_LibreOffice_loads_with_no_option()
    {
        Office.Require();
        var blank = Template("form.docx", FormDocx.Write, null);
        FillDocument(blank, "通州区");
        Loaded(Office.Convert(blank, "docx:Office Open XML Text", Directory.CreateDirectory(Path.Combine(_bench.Inbox, "来件")).FullName));
    }

    [Fact]
    public void A_workbook_with_self_scores_alone_loads_without_a_word_about_the_empty_column()
    {
        Office.Require();
        var blank = Template("form.xlsx", FormXlsx.Write, null);
        FillWorkbook(blank, "通州区", selfOnly: true);
        SelfLoaded(Office.Convert(blank, "xlsx:Calc MS Excel 2007 XML", Directory.CreateDirectory(Path.Combine(_bench.Inbox, "来件")).FullName));
    }

    [Fact]
    public void A_Word_form_with_self_scores_alone_loads_without_a_word_about_the_empty_column()
    {
        var blank = Template("form.docx", FormDocx.Write, null);
        FillDocument(blank, "通州区", selfOnly: true);
        SelfLoaded(blank);
    }

    [Theory]
    [InlineData("form.xlsx")]
    [InlineData("form.docx")]
    public void A_template_with_no_district_chosen_is_returned_and_says_so(string name)
    {
        var blank = Template(name, name == "form.xlsx" ? FormXlsx.Write : FormDocx.Write, null);
        var result = _bench.Load(blank);
        result.Faults.Where(f => f.Rejects).Select(f => f.Rule).ShouldBe(["district-missing"]);
    }

    [Theory]
    [InlineData("form.xlsx")]
    [InlineData("form.docx")]
    public void A_template_whose_hidden_codes_and_file_name_disagree_is_returned(string name)
    {
        var blank = Template(name, name == "form.xlsx" ? FormXlsx.Write : FormDocx.Write, "110112");
        if (name == "form.xlsx")
            FillWorkbook(blank, null);
        else
            FillDocument(blank, null);
        var renamed = Path.Combine(_bench.Inbox, "东城区2025" + Path.GetExtension(name));
        File.Move(blank, renamed);
        _bench.Load(renamed).Faults.Where(f => f.Rejects).Select(f => f.Rule).Distinct().ShouldBe(["place-disagrees"]);
    }

    private void Loaded(string file)
    {
        var result = _bench.Load(file);
        result.Faults.Where(f => f.Severity != "note").Select(f => $"{f.Place} {f.Rule}: {f.MessageEn}").ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        _bench.Stored().ShouldBe(
            Scores().SelectMany(s => new[]
            {
                new StoredScore("2024", "110112", s.Indicator.Code, "self", "", s.Self),
                new StoredScore("2024", "110112", s.Indicator.Code, "expert", "", s.Expert),
            }),
            ignoreOrder: true);
    }

    private void SelfLoaded(string file)
    {
        _bench.Load(file).Faults.Where(f => f.Severity != "note").Select(f => $"{f.Place} {f.Rule}: {f.MessageEn}").ShouldBeEmpty();
        _bench.Stored().Select(s => (s.Rater, s.Indicator, s.Points)).ShouldBe(Scores().Select(s => ("self", s.Indicator.Code, s.Self)), ignoreOrder: true);
    }

    private string Template(string name, Action<OfficialForm, Stream> write, string? district)
    {
        var city = Cities.BuiltIn;
        var path = Path.Combine(_bench.Inbox, name);
        using var stream = File.Create(path);
        write(OfficialForm.Of(city, city.Round("2024")!, district is null ? null : city.District(district)), stream);
        return path;
    }

    private static IEnumerable<(Indicator Indicator, decimal Self, decimal Expert)> Scores() =>
        Cities.BuiltIn.IndicatorsOf("2023").Select((i, n) => (i, i.MaxPoints - (0.5m * (n % 3)), i.MaxPoints - 0.25m - (0.1m * n)));

    // The totals are left as they are: adding up is the office program's business.
    private static void FillWorkbook(string path, string? district, bool selfOnly = false)
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

    private static void FillDocument(string path, string? district, bool selfOnly = false)
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
