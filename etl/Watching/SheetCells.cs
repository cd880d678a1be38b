using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.Etl.Watching;

/// <summary>The cells of a worksheet by place. Rows and cells may leave out where they are; here they are told.</summary>
internal sealed class SheetCells
{
    private readonly SheetData _data;
    private readonly SortedList<uint, Row> _rows = [];

    internal SheetCells(Worksheet worksheet)
    {
        _data = worksheet.GetFirstChild<SheetData>() ?? worksheet.AppendChild(new SheetData());
        var last = 0u;
        foreach (var row in _data.Elements<Row>())
        {
            last = row.RowIndex?.Value ?? last + 1;
            row.RowIndex = last;
            _rows.TryAdd(last, row);
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                column = CellPlace.TryParse(cell.CellReference?.Value, out var place) ? place.Column : column + 1;
                cell.CellReference = new CellPlace(last, column).ToString();
            }
        }
    }

    /// <summary>The cell at a place, made in its right order where there was none.</summary>
    internal Cell At(CellPlace place)
    {
        var row = RowAt(place.Row);
        Cell? next = null;
        foreach (var cell in row.Elements<Cell>())
        {
            if (!CellPlace.TryParse(cell.CellReference?.Value, out var at) || at.Column < place.Column)
                continue;
            if (at.Column == place.Column)
                return cell;
            next = cell;
            break;
        }
        var made = new Cell { CellReference = place.ToString() };
        return next is null ? row.AppendChild(made) : row.InsertBefore(made, next);
    }

    private Row RowAt(uint index)
    {
        if (_rows.TryGetValue(index, out var known))
            return known;
        var made = new Row { RowIndex = index };
        var next = _rows.Values.FirstOrDefault(r => r.RowIndex!.Value > index);
        _ = next is null ? _data.AppendChild(made) : _data.InsertBefore(made, next);
        _rows.Add(index, made);
        return made;
    }
}
