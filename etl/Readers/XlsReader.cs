using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>Workbooks of Excel 97-2003 (.xls, and .et that is one inside). Their formulas always carry a result.</summary>
public static class XlsReader
{
    private const int MostColumns = 256;
    private const int MostRows = 65_536;

    // Blank cells are gone through, too: one damaged cell far out makes a small file as slow as the largest.
    private const int MostVisited = 4_000_000;

    private static readonly Dictionary<(int Row, int Column), XlsMarks> Unmarked = [];

    public static IReadOnlyList<Grid> Read(byte[] bytes, ReadLimits limits)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false));
            var grids = new List<Grid>();
            var left = limits.Cells;
            var visited = 0;
            var stream = XlsRecords.Stream(bytes);
            var errors = XlsErrors.Find(stream);
            var marks = XlsFonts.Find(stream);
            do
            {
                var cells = Cells(reader, grids.Count < marks.Count ? marks[grids.Count] : Unmarked, ref left, ref visited, limits);
                if (grids.Count < errors.Count)
                    cells.AddRange(errors[grids.Count].Select(e => new Cell(e.Key.Row, e.Key.Column, e.Value) { Flaw = CellFlaw.Error }));
                var merges = reader.MergeCells ?? [];
                if (merges.Length > limits.Merges)
                    throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Merges.ToString("N0", CultureInfo.InvariantCulture)));
                grids.Add(new Grid(reader.Name, cells, merges.Select(m => new MergedRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow + 1, m.ToColumn + 1))));
            }
            while (reader.NextResult());
            return grids;
        }
        catch (InvalidPasswordException e)
        {
            throw new RefusedException(Rules.FileEncrypted, cause: e);
        }
        catch (ExcelReaderException e)
        {
            throw new RefusedException(Rules.FileDamaged, Damage.Workbook, e);
        }
    }

    private static List<Cell> Cells(
        IExcelDataReader reader, IReadOnlyDictionary<(int Row, int Column), XlsMarks> marks, ref int left, ref int visited, ReadLimits limits)
    {
        // The format has no more. A damaged row number would be counted up to, through 32 bits of blank rows.
        if (reader.FieldCount > MostColumns || reader.RowCount > MostRows)
            throw new RefusedException(Rules.FileDamaged, Damage.Workbook);
        var cells = new List<Cell>();
        var sheetHidden = reader.VisibleState != "visible";
        for (var row = 1; reader.Read(); row++)
        {
            visited += reader.FieldCount;
            if (visited > MostVisited)
                throw new RefusedException(Rules.FileTooManyCells, Wording.Same(MostVisited.ToString("N0", CultureInfo.InvariantCulture)));
            var rowHidden = reader.RowHeight <= 0;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var cell = Cell(reader, marks, row, i, sheetHidden || rowHidden);
                if (cell is null)
                    continue;
                if (left-- <= 0)
                    throw new RefusedException(Rules.FileTooManyCells, Wording.Same(limits.Cells.ToString("N0", CultureInfo.InvariantCulture)));
                cells.Add(cell);
            }
        }
        return cells;
    }

    private static Cell? Cell(IExcelDataReader reader, IReadOnlyDictionary<(int Row, int Column), XlsMarks> marks, int row, int index, bool hidden)
    {
        var value = reader.GetValue(index);
        if (value is null)
            return null;
        var format = reader.GetNumberFormatString(index);
        var (text, held) = value switch
        {
            string s => (s, (double?)null),
            bool b => (b ? "TRUE" : "FALSE", null),
            double d => (NumberFormats.Show(d, format), d),
            int n => (NumberFormats.Show(n, format), n),
            DateTime t => (NumberFormats.Show(t.ToOADate(), format), t.ToOADate()),
            TimeSpan t => (NumberFormats.Show(t.TotalDays, format), t.TotalDays),
            _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", null),
        };
        if (text.Length == 0 && held is null)
            return null;
        return new Cell(row, index + 1, marks.GetValueOrDefault((row, index + 1))?.Apply(text) ?? text)
        {
            Held = held,
            Hidden = hidden || reader.GetColumnWidth(index) <= 0,
        };
    }
}
