using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Watching;

/// <summary>Colours the faulty cells of a workbook and comments them with their reasons.</summary>
internal static class MarkedCopy
{
    /// <returns>False when no reason names a cell that the workbook has a sheet for.</returns>
    internal static bool Mark(SpreadsheetDocument document, string fileName, IReadOnlyList<FaultFound> reasons, int total)
    {
        if (document.WorkbookPart is not { Workbook: { } workbook } book)
            return false;
        var sheets = workbook.Sheets?.Elements<Sheet>().ToList() ?? [];
        var styles = new ReturnStyles(book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>());
        var marked = false;
        foreach (var ofSheet in reasons.Where(r => r is { Sheet: not null, Cell: not null }).GroupBy(r => r.Sheet!))
        {
            var sheet = sheets.Find(s => s.Name?.Value == ofSheet.Key);
            if (sheet?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                continue;
            var inPlace = new SheetCells(part.Worksheet!);
            var cells = new List<(string Reference, string Sentence)>();
            foreach (var ofCell in ofSheet.GroupBy(r => r.Cell!))
            {
                if (!CellPlace.TryParse(ofCell.Key, out var place))
                    continue;
                var cell = inPlace.At(place);
                cell.StyleIndex = styles.Tinted(cell.StyleIndex?.Value ?? 0, ofCell.Any(r => r.Rejects));
                cells.Add((place.ToString(), ReasonList.Clean(string.Join('\n', ofCell.OrderByDescending(r => r.Rejects).Select(r => $"{r.MessageZh}\n{r.MessageEn}").Distinct()))));
            }
            if (cells.Count == 0)
                continue;
            CellComments.Add(part, cells);
            marked = true;
        }
        if (marked)
            AddList(book, workbook, sheets, ReasonList.Build(fileName, reasons, total, styles.ForList(), selected: true));
        return marked;
    }

    // At the end: names that belong to a sheet know it by its position.
    private static void AddList(WorkbookPart book, Workbook workbook, List<Sheet> sheets, Worksheet list)
    {
        var earlier = sheets.Find(s => s.Name?.Value == ReasonList.SheetName);
        if (earlier is not null && book.GetPartById(earlier.Id!.Value!) is WorksheetPart known)
        {
            // The file was returned before; its old list would only confuse.
            known.Worksheet = list;
        }
        else
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = list;
            workbook.Sheets!.Append(new Sheet { Name = ReasonList.SheetName, SheetId = sheets.Max(s => s.SheetId?.Value ?? 0) + 1, Id = book.GetIdOfPart(part) });
        }
        Select(book, workbook);
    }

    /// <summary>Opens the workbook on the list. Two selected sheets would be edited together.</summary>
    private static void Select(WorkbookPart book, Workbook workbook)
    {
        var sheets = workbook.Sheets!.Elements<Sheet>().ToList();
        var at = sheets.FindIndex(s => s.Name?.Value == ReasonList.SheetName);
        for (var i = 0; i < sheets.Count; i++)
        {
            if (i == at || sheets[i].Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart { Worksheet: { } worksheet })
                continue;
            foreach (var view in worksheet.SheetViews?.Elements<SheetView>() ?? [])
                view.TabSelected = null;
        }
        var views = workbook.BookViews ??= new BookViews();
        if (!views.Elements<WorkbookView>().Any())
            views.Append(new WorkbookView());
        foreach (var view in views.Elements<WorkbookView>())
            view.ActiveTab = (uint)at;
    }
}

/// <summary>A cell's place; rows and columns count from 1.</summary>
internal readonly record struct CellPlace(uint Row, int Column)
{
    internal static bool TryParse(string? reference, out CellPlace place)
    {
        var (column, at) = (0, 0);
        for (; at < reference?.Length && reference[at] is >= 'A' and <= 'Z'; at++)
            column = Math.Min((column * 26) + reference[at] - 'A' + 1, 100_000);
        place = default;
        if (column is 0 or > 16_384 || !uint.TryParse(reference.AsSpan(at), System.Globalization.NumberStyles.None, null, out var row) || row is 0 or > 1_048_576)
            return false;
        place = new CellPlace(row, column);
        return true;
    }

    public override string ToString() => Readers.Cell.PlaceOf((int)Row, Column);
}
