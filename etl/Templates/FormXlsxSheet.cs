using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using static LearningCity.Etl.Templates.FormXlsxLayout;

namespace LearningCity.Etl.Templates;

/// <summary>The form's sheet: the official table in A:I and the hidden codes in J.</summary>
internal static class FormXlsxSheet
{
    private const string Codes = "J";
    private static readonly string[] MethodColumns = ["D", "E", "F", "G"];
    private static readonly double[] Widths = [13, 62, 6.5, 6.5, 6.5, 6.5, 6.5, 10, 10];

    internal static Worksheet Build(OfficialForm form, FormXlsxLayout at)
    {
        var rows = new SortedDictionary<uint, List<Cell>>();
        var merges = new List<string>();
        Head(form, rows, merges);
        Table(form, rows, merges);
        Foot(form, at, rows, merges);
        var codes = form.Codes.Pairs;
        for (var i = 0; i < codes.Count; i++)
            rows[(uint)i + 1].Add(Text(Codes, (uint)i + 1, FormCodes.CellText(codes[i].Name, codes[i].Value), FormStyle.Plain));
        return FormXlsxRules.Frame(form, at, Columns(), Data(rows, Heights(form, at)), merges);
    }

    internal static Cell Text(string column, uint row, string text, FormStyle style) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = At(column, row),
            DataType = CellValues.InlineString,
            StyleIndex = (uint)style,
        };

    private static Cell Number(string column, uint row, decimal? value, FormStyle style) =>
        value is { } v
            ? new Cell(new CellValue(FormIndicator.Plain(v))) { CellReference = At(column, row), StyleIndex = (uint)style }
            : Blank(column, row, style);

    private static Cell Blank(string column, uint row, FormStyle style) => new() { CellReference = At(column, row), StyleIndex = (uint)style };

    private static void Head(OfficialForm form, SortedDictionary<uint, List<Cell>> rows, List<string> merges)
    {
        rows[1] = [Text("A", 1, OfficialForm.Heading, FormStyle.Plain)];
        if (form.Mark is not null)
            rows[1].Add(Text("B", 1, form.Mark, FormStyle.Mark));
        rows[TitleRow] = Across(TitleRow, form.Title, FormStyle.Title, merges);
        rows[EditionRow] = Across(EditionRow, form.Edition ?? "", FormStyle.Edition, merges);

        const uint place = PlaceRow;
        rows[place] =
        [
            Text("A", place, OfficialForm.DistrictLabel, FormStyle.PlaceLabel),
            form.District is { } district ? Text("B", place, district, FormStyle.PlaceFixed) : Blank("B", place, FormStyle.PlaceOpen),
            Text("C", place, $"{OfficialForm.RoundLabel}{form.RoundName}　{OfficialForm.DateLabel}", FormStyle.PlaceLabel),
            .. MethodColumns.Select(c => Blank(c, place, FormStyle.PlaceLabel)),
            form.Date is { } date ? Number("H", place, Serial(date), FormStyle.DateOpen) : Blank("H", place, FormStyle.DateOpen),
            Blank("I", place, FormStyle.DateOpen),
        ];
        merges.Add($"C{place}:G{place}");
        merges.Add($"H{place}:I{place}");

        const uint head = HeadRow;
        const uint methods = HeadRow + 1;
        rows[head] =
        [
            Text("A", head, OfficialForm.Dimension, FormStyle.Head),
            Text("B", head, OfficialForm.Indicator, FormStyle.Head),
            Text("C", head, OfficialForm.MaxPoints, FormStyle.Head),
            Text("D", head, OfficialForm.Methods, FormStyle.Head),
            .. MethodColumns[1..].Select(c => Blank(c, head, FormStyle.Head)),
            Text("H", head, OfficialForm.Self, FormStyle.Head),
            Text("I", head, OfficialForm.Expert, FormStyle.Head),
            Text(Codes, head, FormCodes.IndicatorHead, FormStyle.Plain),
        ];
        rows[methods] =
        [
            .. "ABC".Select(c => Blank(c.ToString(), methods, FormStyle.Head)),
            .. MethodColumns.Select((c, i) => Text(c, methods, OfficialForm.MethodNames[i], FormStyle.Head)),
            .. "HI".Select(c => Blank(c.ToString(), methods, FormStyle.Head)),
        ];
        merges.AddRange("ABCHI".Select(c => $"{c}{head}:{c}{methods}"));
        merges.Add($"D{head}:G{head}");
    }

    private static void Table(OfficialForm form, SortedDictionary<uint, List<Cell>> rows, List<string> merges)
    {
        var row = FirstRow;
        foreach (var dimension in form.Dimensions)
        {
            var first = row;
            foreach (var indicator in dimension.Indicators)
            {
                rows[row] =
                [
                    row == first ? Text("A", row, dimension.Label, FormStyle.Centre) : Blank("A", row, FormStyle.Centre),
                    Text("B", row, indicator.Text, FormStyle.Text),
                    Number("C", row, indicator.MaxPoints, FormStyle.Centre),
                    .. MethodColumns.Select((c, i) => indicator.Methods[i] ? Text(c, row, OfficialForm.Tick, FormStyle.Centre) : Blank(c, row, FormStyle.Centre)),
                    Number("H", row, indicator.Self, FormStyle.Score),
                    Number("I", row, indicator.Expert, FormStyle.Score),
                    Text(Codes, row, indicator.Code, FormStyle.Plain),
                ];
                row++;
            }
            if (row - first > 1)
                merges.Add($"A{first}:A{row - 1}");
        }
    }

    private static void Foot(OfficialForm form, FormXlsxLayout at, SortedDictionary<uint, List<Cell>> rows, List<string> merges)
    {
        var row = at.TotalRow;
        rows[row] =
        [
            Text("A", row, OfficialForm.Total, FormStyle.Total),
            Blank("B", row, FormStyle.Total),
            Sum("C", row, at, form.Indicators.Select(i => (decimal?)i.MaxPoints)),
            .. MethodColumns.Select(c => Blank(c, row, FormStyle.Total)),
            Sum("H", row, at, form.Indicators.Select(i => i.Self)),
            Sum("I", row, at, form.Indicators.Select(i => i.Expert)),
        ];
        merges.Add($"A{row}:B{row}");
        rows[at.NoteRow] = Across(at.NoteRow, form.Note, FormStyle.Note, merges);
    }

    // A total of nothing is blank: zero would be a score.
    private static Cell Sum(string column, uint row, FormXlsxLayout at, IEnumerable<decimal?> points)
    {
        var range = $"{column}{FirstRow}:{column}{at.LastRow}";
        var scored = points.Where(p => p is not null).ToList();
        var cell = new Cell(
            new CellFormula($"IF(COUNT({range})=0,\"\",SUM({range}))"),
            new CellValue(scored.Count == 0 ? "" : FormIndicator.Plain(scored.Sum() ?? 0)))
        {
            CellReference = At(column, row),
            StyleIndex = (uint)FormStyle.Total,
        };
        if (scored.Count == 0)
            cell.DataType = CellValues.String;
        return cell;
    }

    private static List<Cell> Across(uint row, string text, FormStyle style, List<string> merges)
    {
        merges.Add($"A{row}:I{row}");
        return [Text("A", row, text, style), .. "BCDEFGHI".Select(c => Blank(c.ToString(), row, style))];
    }

    // Office counts days from 1899-12-30.
    private static decimal Serial(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static Columns Columns()
    {
        var columns = new Columns(Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true }));
        columns.Append(new Column { Min = 10, Max = 10, Width = 12, CustomWidth = true, Hidden = true });
        return columns;
    }

    private static SheetData Data(SortedDictionary<uint, List<Cell>> rows, Dictionary<uint, double> heights) =>
        new(rows.Select(r => new Row(r.Value)
        {
            RowIndex = r.Key,
            Height = heights.GetValueOrDefault(r.Key, 20),
            CustomHeight = true,
        }));

    // Excel does not fit the height of a row to wrapped text by itself when it opens a file.
    private static Dictionary<uint, double> Heights(OfficialForm form, FormXlsxLayout at)
    {
        const double line = 15;
        const int charactersALine = 27;
        var heights = new Dictionary<uint, double> { [2] = 32, [PlaceRow] = 24, [HeadRow] = 22, [HeadRow + 1] = 34, [at.TotalRow] = 24, [at.NoteRow] = 24 };
        var row = FirstRow;
        foreach (var dimension in form.Dimensions)
        {
            // The merged cell of the dimension needs its lines too, shared among its rows: five characters fit on one of them.
            var label = dimension.Label.Split('\n').Sum(l => Math.Ceiling(l.Length / 5.0)) * line / dimension.Indicators.Count;
            foreach (var indicator in dimension.Indicators)
                heights[row++] = Math.Round(Math.Max(label, Math.Ceiling(indicator.Text.Length / (double)charactersALine) * line) + 5, 1);
        }
        return heights;
    }
}
