using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Watching;

/// <summary>The sheet 退回原因: every reason with file, place, value and rule.</summary>
internal static class ReasonList
{
    internal const string SheetName = "退回原因";

    private const int HeadRow = 4;
    private const int LongestValue = 500;

    private static readonly (string Head, double Width)[] Columns =
        [("次序", 6), ("文件", 24), ("位置", 18), ("所属", 18), ("原内容", 18), ("级别", 8), ("规则", 20), ("原因", 44), ("Reason", 44)];

    /// <summary>Styles of the list, by their place in the stylesheet.</summary>
    internal sealed record Styles(uint Plain, uint Line, uint Bold, uint Red, uint Yellow);

    /// <summary>A workbook that holds nothing but the list.</summary>
    internal static void Create(SpreadsheetDocument document, string fileName, IReadOnlyList<FaultFound> reasons, int total)
    {
        var book = document.AddWorkbookPart();
        var styles = new ReturnStyles(book.AddNewPart<WorkbookStylesPart>("styles"));
        book.AddNewPart<WorksheetPart>("reasons").Worksheet = Build(fileName, reasons, total, styles.ForList(), selected: true);
        book.Workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = "reasons" }));
    }

    /// <param name="total">How many reasons there are, when not all of them are listed.</param>
    internal static Worksheet Build(string fileName, IReadOnlyList<FaultFound> reasons, int total, Styles styles, bool selected)
    {
        var rows = new List<Row>
        {
            Line(1, styles.Bold, $"{fileName}：{reasons.Count(r => r.Rejects)} 处需要修改 | {reasons.Count(r => r.Rejects)} to be mended"),
            Line(2, styles.Line, "请按“原因”逐处修改后重新报送。 | Mend each place and send the file again."),
        };
        if (total > reasons.Count)
            rows.Add(Line(3, styles.Bold, $"另有 {total - reasons.Count} 处未列出。 | {total - reasons.Count} more are not listed."));
        rows.Add(Row(HeadRow, [.. Columns.Select(c => (c.Head, styles.Bold))]));
        for (var i = 0; i < reasons.Count; i++)
        {
            var r = reasons[i];
            rows.Add(Row(HeadRow + 1 + i,
            [
                ((i + 1).ToString(CultureInfo.InvariantCulture), styles.Plain), (fileName, styles.Plain), (Place(r), styles.Plain), (About(r), styles.Plain), (r.Value, styles.Plain),
                (Severity(r.Severity), r.Rejects ? styles.Red : styles.Yellow), (r.Rule, styles.Plain), (r.MessageZh, styles.Plain), (r.MessageEn, styles.Plain),
            ]));
        }
        return new Worksheet(
            new SheetProperties(new TabColor { Rgb = "FFC00000" }, new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = HeadRow, TopLeftCell = $"A{HeadRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { TabSelected = selected, WorkbookViewId = 0 }),
            new Columns(Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
            new SheetData(rows),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    /// <summary>Text that XML can carry: what a damaged file held may hold characters that it cannot.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else
                clean.Append(System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD');
        }
        return clean.ToString();
    }

    private static string Place(FaultFound fault) => (fault.Sheet, fault.Cell, fault.Row) switch
    {
        (null, null, null) => "整个文件",
        (null, null, { } row) => $"第 {row} 行",
        ({ } sheet, null, { } row) => $"{sheet} 第 {row} 行",
        _ => fault.Place,
    };

    private static string About(FaultFound fault) =>
        string.Join(' ', new[] { fault.Round, fault.District, fault.Indicator, fault.Expert }.Where(t => !string.IsNullOrEmpty(t)));

    private static string Severity(string severity) => severity switch
    {
        "reject" => "退回",
        "warn" => "提示",
        _ => "说明",
    };

    private static Row Line(int row, uint style, string text) => Row(row, [(text, style)]);

    private static Row Row(int row, IReadOnlyList<(string Text, uint Style)> cells) =>
        new(cells.Select((c, i) => new Cell(new InlineString(new Text(Short(c.Text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = $"{(char)('A' + i)}{row}",
            DataType = CellValues.InlineString,
            StyleIndex = c.Style,
        }))
        { RowIndex = (uint)row };

    private static string Short(string text) => Clean(text.Length > LongestValue ? text[..LongestValue] + "…" : text);
}
