using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.Etl.Templates;

/// <summary>Writes the official form as a workbook: locked but for the scores, the date and (where it is open) the district.</summary>
/// <remarks>The same form gives the same bytes. Office recalculates 合计 when it opens the file; until then it holds the value written here.</remarks>
public static class FormXlsx
{
    public const string SheetName = "评估表";

    /// <summary>Very hidden sheet with the names for the drop-down of districts.</summary>
    public const string DistrictSheet = "区";

    /// <summary>Defined name of the list of districts.</summary>
    public const string DistrictList = "district_list";

    public static void Write(OfficialForm form, Stream target)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, form);
            StableZip.NameParts(document);
        }
        buffer.Position = 0;
        StableZip.Copy(buffer, target);
    }

    private static void Fill(SpreadsheetDocument document, OfficialForm form)
    {
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = FormXlsxStyles.Build();

        var layout = new FormXlsxLayout(form);
        book.AddNewPart<WorksheetPart>("form").Worksheet = FormXlsxSheet.Build(form, layout);
        var sheets = new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = "form" });
        var names = new DefinedNames(
            new DefinedName($"'{SheetName}'!$A$1:$I${layout.NoteRow}") { Name = "_xlnm.Print_Area", LocalSheetId = 0 },
            new DefinedName($"'{SheetName}'!${FormXlsxLayout.HeadRow}:${FormXlsxLayout.HeadRow + 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 });
        if (form.Districts.Count > 0)
        {
            book.AddNewPart<WorksheetPart>("districts").Worksheet = DistrictNames(form.Districts);
            sheets.Append(new Sheet { Name = DistrictSheet, SheetId = 2, Id = "districts", State = SheetStateValues.VeryHidden });
            names.Append(new DefinedName($"'{DistrictSheet}'!$A$1:$A${form.Districts.Count}") { Name = DistrictList });
        }
        book.Workbook = new Workbook(
            new WorkbookProtection { LockStructure = true },
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            sheets, names,
            new CalculationProperties { FullCalculationOnLoad = true });
        var application = document.AddNewPart<ExtendedFilePropertiesPart>("app");
        application.Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
            new DocumentFormat.OpenXml.ExtendedProperties.Application(FormCodes.Prefix));
        if (form.Mark is not null)
            FormProperties.Add(document.AddNewPart<CustomFilePropertiesPart>("custom"), [("备注", form.Mark)]);
    }

    private static Worksheet DistrictNames(IReadOnlyList<string> districts) =>
        new(new SheetData(districts.Select((d, i) =>
            new Row(FormXlsxSheet.Text("A", (uint)i + 1, d, FormStyle.Plain)) { RowIndex = (uint)i + 1 })));
}

/// <summary>Where things stand on the sheet; rows count from 1.</summary>
internal sealed record FormXlsxLayout
{
    internal FormXlsxLayout(OfficialForm form)
    {
        LastRow = FirstRow + (uint)form.Indicators.Count() - 1;
        TotalRow = LastRow + 1;
        NoteRow = TotalRow + 1;
    }

    internal const uint TitleRow = 2;

    /// <summary>Blank where the framework's name has no edition: the hidden codes need the row.</summary>
    internal const uint EditionRow = 3;
    internal const uint PlaceRow = 4;
    internal const uint HeadRow = 5;
    internal const uint FirstRow = 7;

    internal uint LastRow { get; }

    internal uint TotalRow { get; }

    internal uint NoteRow { get; }

    internal static string At(string column, uint row) => column + row.ToString(CultureInfo.InvariantCulture);
}
