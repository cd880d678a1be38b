using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Etl.Templates;

namespace LearningCity.Dashboard.Reports.Workbooks;

/// <summary>Writes sheets as a workbook: numbers as numbers with a format, text as text (never a formula), the head frozen and with a filter,
/// colours that follow the values. The same sheets give the same bytes.</summary>
internal static class AnnexWriter
{
    private const double Widest = 60;

    /// <param name="mark">Printed at the top of every page.</param>
    /// <exception cref="InvalidOperationException">A sheet has more rows than one can hold.</exception>
    public static void Write(IReadOnlyList<AnnexSheet> sheets, string mark, Stream target)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = AnnexStyles.Build();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = "sheet" + (i + 1).ToString(CultureInfo.InvariantCulture);
                Sheet(book.AddNewPart<WorksheetPart>(id), sheets[i], mark);
                list.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
                names.Append(new DefinedName($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), list, names);
            StableZip.NameParts(document);
        }

        buffer.Position = 0;
        StableZip.Copy(buffer, target);
    }

    /// <summary>Written row by row: a large city has hundreds of thousands of cells.</summary>
    private static void Sheet(WorksheetPart part, AnnexSheet sheet, string mark)
    {
        if (sheet.Rows.Count > 1_048_575)
            throw new InvalidOperationException($"工作表 {sheet.Name} 有 {sheet.Rows.Count} 行，超过上限 | Sheet {sheet.Name} has {sheet.Rows.Count} rows, more than a sheet holds");

        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(sheet));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(Widths(sheet));
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, sheet.Columns.Select(c => Text(c.Head, AnnexStyles.Head)));
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var row = sheet.Rows[r];
            Row(writer, r + 2, sheet.Columns.Select(c => Cell(c.Read(row), c.Format)));
        }

        writer.WriteEndElement();
        var last = (sheet.Rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(sheet.Columns.Count - 1)}{last}" });
        foreach (var colours in AnnexStyles.Scales(sheet, last))
            writer.WriteElement(colours);
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddHeader($"&L{Printed(mark)}&R&A"), new OddFooter("&C— &P —")));
        writer.WriteEndElement();
    }

    /// <summary>A, B … Z, AA …</summary>
    public static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    private static SheetViews View(AnnexSheet sheet)
    {
        var corner = Letters(sheet.Frozen) + "2";
        return new SheetViews(new SheetView(
            new Pane { HorizontalSplit = sheet.Frozen, VerticalSplit = 1, TopLeftCell = corner, ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = corner, SequenceOfReferences = new ListValue<StringValue> { InnerText = corner } })
        { WorkbookViewId = 0 });
    }

    private static Columns Widths(AnnexSheet sheet)
    {
        var columns = new Columns();
        for (var c = 0; c < sheet.Columns.Count; c++)
        {
            var column = sheet.Columns[c];
            var longest = column.Format == AnnexFormat.Text
                ? sheet.Rows.Take(500).Select(r => Wide(column.Read(r) as string ?? "")).DefaultIfEmpty(0).Max()
                : 8;
            columns.Append(new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = (uint)c + 1,
                Max = (uint)c + 1,
                CustomWidth = true,
                Width = Math.Min(Widest, Math.Max(longest, Math.Min(Wide(column.Head), 16)) + 3),
            });
        }

        return columns;
    }

    /// <summary>A Chinese character is as wide as two letters.</summary>
    private static int Wide(string text) => text.Sum(c => c > 0x2e80 ? 2 : 1);

    private static void Row(OpenXmlWriter writer, int number, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        var column = 0;
        foreach (var cell in cells)
        {
            cell.CellReference = Letters(column++) + number.ToString(CultureInfo.InvariantCulture);
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(object? value, AnnexFormat format) => value switch
    {
        null => new Cell { StyleIndex = AnnexStyles.Of(format) },
        bool yes => new Cell(new CellValue(yes ? "1" : "0")) { DataType = CellValues.Boolean, StyleIndex = AnnexStyles.Of(AnnexFormat.Text) },
        DateOnly date => Number(date.ToDateTime(TimeOnly.MinValue).ToOADate(), format),
        int or long or decimal => Number((IFormattable)value, format),
        double number => Number(number, format),
        _ => Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", AnnexStyles.Of(AnnexFormat.Text)),
    };

    private static Cell Number(IFormattable number, AnnexFormat format) =>
        new(new CellValue(number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture))) { StyleIndex = AnnexStyles.Of(format) };

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(Warehouse.Exports.Sheets.Text(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>An ampersand begins a code in the head of a printed page.</summary>
    private static string Printed(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
