using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>The rows of a form, or of one expert's sheet: one indicator a row, district and round said above.</summary>
internal sealed class FormRows(
    CityCatalog catalog, IReadOnlyDictionary<string, IndicatorIndex> indexes, Staged staged, int file, FoundTable table,
    string? sheetExpert, PlaceFound place, StagedUnit unit)
{
    // A form of another framework fits that one in full, or this one in less than half of what it fits there.
    private const double MostlyForeign = 0.5;

    private readonly TableHead head = table.Head;
    private readonly Grid grid = table.Grid;
    private readonly RowScores scores = new(staged, file, table);
    private readonly List<StagedClaim> totals = [];
    private bool rowLost;
    private bool numbersCountRows;

    public void Stage()
    {
        HeadFaults();
        numbersCountRows = RowCount.IsInForm(table, Rows(), indexes.Values.Max(i => i.LongestDimension));
        var columns = head.Scores.Select(c => (Column: c, Whose: Whose(c))).Where(c => c.Whose is not null).ToList();
        var index = Index();
        if (index is null)
            return;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var carried = "";
        foreach (var row in Rows())
        {
            var (dimension, own) = DimensionText(row);
            var (code, number, text) = (Text(row, HeadRole.Code), Number(row), Text(row, HeadRole.Indicator));
            if (new[] { dimension, code, number, text }.Any(Heads.IsTotal))
            {
                Totals(row, columns);
                continue;
            }
            if (text.Length == 0 && code.Length == 0 && number.Length == 0 && own && index.Dimension(dimension) is not null)
                carried = dimension;
            if (index.Dimension(text) is not null && index.Find("", false, code, number, text).Indicator is null)
            {
                // A dimension as a heading row of its own; numbers in it are sums.
                carried = text;
                continue;
            }
            if (new[] { code, number, text }.All(t => t.Length == 0) || new[] { number, text }.Any(Heads.IsSubtotal))
            {
                if (scores.HasScores(row) && !new[] { dimension, number, text }.Any(Heads.IsSubtotal))
                    Unknown(row, dimension);
                continue;
            }
            carried = own ? dimension : carried;
            var row1 = index.Find(own ? dimension : carried, own, code, number, text);
            if (row1.Indicator is { } indicator)
            {
                found.Add(indicator.Code);
                Row(row, indicator, row1.Slip, columns);
            }
            else if (row1.Conflict is not null)
            {
                staged.Faults.Add(At(row, Rules.IndicatorConflict, text) with { Detail = row1.Conflict });
                rowLost |= scores.HasScores(row);
            }
            else if (scores.HasScores(row))
                Unknown(row, text.Length > 0 ? text : number.Length > 0 ? number : code);
        }
        if (unit.Kind == UnitKind.Form)
        {
            var missing = index.All.Where(i => !found.Contains(i.Code)).ToList();
            var elsewhere = Stray.Indicators(missing.Count == 0 ? [] : table.Others, index);
            foreach (var indicator in missing)
                staged.Faults.Add(new(file, unit.Id, Rules.IndicatorMissing) { Sheet = grid.Name, Indicator = indicator.Code, Expected = Stray.Said(indicator, elsewhere) });
        }
        // Without a row that holds scores nothing adds up; that row's own fault is enough.
        if (!rowLost)
            staged.Claims.AddRange(totals);
        Unread();
    }

    private IEnumerable<int> Rows() => grid.Rows.Where(r => r > head.LastRow && r <= table.LastRow && !table.Repeated.Contains(r));

    private void Row(int row, Indicator indicator, Wording? slip, List<(ScoreColumn Column, (string Rater, string Expert)? Whose)> columns)
    {
        if (slip is not null)
            staged.Faults.Add(At(row, Rules.TextSlip, "") with { Indicator = indicator.Code, Expected = new(indicator.NumberZh, indicator.Code), Detail = slip });
        if (head.Columns.TryGetValue(HeadRole.Max, out var max) && grid.At(row, max) is { IsBlank: false } cell)
            staged.Claims.Add(new(unit.Id, grid.Name, Cell.PlaceOf(row, max), row, indicator.Code, "", "", "", RowScores.Shown(cell), PointsReader.Read(cell).Points));
        Methods(row, indicator);
        foreach (var (column, whose) in columns)
            scores.Stage(unit, row, column, indicator.Code, whose!.Value.Rater, whose.Value.Expert, place.Note);
    }

    private void Totals(int row, List<(ScoreColumn Column, (string Rater, string Expert)? Whose)> columns)
    {
        foreach (var (column, whose) in columns)
        {
            var cell = grid.At(row, column.Column);
            // The cell that says 合计 may be merged across, but no total stands in it.
            if (Heads.IsTotal(cell.Text))
                continue;
            var read = PointsReader.Read(cell);
            if (read.Fault is { } fault && fault != Rules.FormulaWithoutValue && fault != Rules.ShownDiffers)
                staged.Faults.Add(At(row, fault, RowScores.Shown(cell)) with { Cell = Cell.PlaceOf(row, column.Column), Rater = whose!.Value.Rater, Expert = whose.Value.Expert });
            else
                totals.Add(new(
                    unit.Id, grid.Name, Cell.PlaceOf(row, column.Column), row, null, whose!.Value.Rater, whose.Value.Expert, column.Head, RowScores.Shown(cell),
                    read.Points ?? (decimal?)(read.Fault == Rules.ShownDiffers ? Math.Round((decimal)Math.Clamp(cell.Held ?? 0, -1e9, 1e9), 6) : null)));
        }
    }

    private (string Rater, string Expert)? Whose(ScoreColumn column)
    {
        if (column.Rater is { } rater)
            return (rater, rater == "expert" && column.Expert is "" && sheetExpert is not null ? sheetExpert : column.Expert ?? "");
        if (sheetExpert is not null)
            return ("expert", sheetExpert);
        staged.Faults.Add(new(file, unit.Id, Rules.RaterUnknown) { Sheet = grid.Name, Cell = Cell.PlaceOf(head.LastRow, column.Column), Value = column.Head });
        return null;
    }

    private void HeadFaults()
    {
        foreach (var word in head.Twice)
            staged.Faults.Add(new(file, unit.Id, Rules.HeadTwice) { Sheet = grid.Name, Row = head.LastRow, Value = word });
    }

    /// <summary>The framework of the round; when the form is plainly of another one, a fault and none.</summary>
    private IndicatorIndex? Index()
    {
        var expected = place.Round is { } round ? indexes[round.Framework] : indexes[catalog.Frameworks[^1].Code];
        var stated = table.Lines.FirstOrDefault(l => l.StartsWith("LearningCity:framework=", StringComparison.Ordinal))?["LearningCity:framework=".Length..].Trim();
        var here = Recognised(expected);
        var best = indexes.Values.Select(index => (Index: index, Found: index == expected ? here : Recognised(index))).OrderByDescending(i => i.Found).First();
        var foreign = best.Index != expected && best.Found > here
            && (here <= best.Found * MostlyForeign || (best.Found == best.Index.All.Count && here < expected.All.Count));
        if (place.Round is null)
        {
            var own = foreign ? best.Index : stated is not null ? indexes.GetValueOrDefault(stated, expected) : expected;
            unit.Framework = own.Framework;
            return own;
        }
        if (!foreign && (string.IsNullOrEmpty(stated) || stated == expected.Framework))
            return expected;
        staged.Faults.Add(new(file, unit.Id, Rules.WrongFramework) { Sheet = grid.Name, Value = foreign ? best.Index.Framework : stated!, Expected = Wording.Same(expected.Framework) });
        return null;
    }

    /// <summary>How many indicators of a framework the rows name.</summary>
    private int Recognised(IndicatorIndex index) => indexes.Count == 1 ? 0 : Rows()
        .Select(row => index.Find(DimensionText(row).Text, false, Text(row, HeadRole.Code), Number(row), Text(row, HeadRole.Indicator)).Indicator?.Code)
        .OfType<string>().Distinct().Count();

    private (string Text, bool Own) DimensionText(int row) =>
        Text(row, HeadRole.Dimension) is { Length: > 0 } text ? (text, true) : ("", false);

    private string Text(int row, HeadRole role) => head.Columns.TryGetValue(role, out var column) ? grid.At(row, column).Text.Trim() : "";

    // 合计 may stand in the column that counts.
    private string Number(int row) => Text(row, HeadRole.Number) is var text && numbersCountRows && !Heads.IsTotal(text) && !Heads.IsSubtotal(text) ? "" : text;

    private void Methods(int row, Indicator indicator)
    {
        foreach (var (role, expected, name) in new[]
        {
            (HeadRole.Hearing, indicator.Hearing, new Wording("听取汇报", "hearing")), (HeadRole.Documents, indicator.Documents, new("查阅资料", "documents")),
            (HeadRole.Interviews, indicator.Interviews, new("座谈访谈", "interviews")), (HeadRole.SiteVisit, indicator.SiteVisit, new("考察调研", "site visit")),
        })
        {
            if (head.Columns.TryGetValue(role, out var column) && grid.At(row, column) is var cell && Ticks.Read(cell.Text) != expected)
                staged.Faults.Add(At(row, Rules.MethodsDiffer, cell.Text.Trim()) with
                {
                    Cell = Cell.PlaceOf(row, column),
                    Indicator = indicator.Code,
                    Expected = expected ? new("应打勾", "should be ticked") : new("应空着", "should be blank"),
                    Detail = name,
                });
        }
    }

    private void Unread()
    {
        foreach (var column in head.Unread)
        {
            var first = Rows().Select(row => grid.Own(row, column)).FirstOrDefault(c => c.Held is not null || PointsReader.Written(c.Text, false).Points is not null);
            if (first is not null)
                staged.Faults.Add(new(file, unit.Id, Rules.ColumnNotRead)
                {
                    Sheet = grid.Name,
                    Cell = first.Place,
                    Row = first.Row,
                    Value = Texts.Line(grid.At(head.LastRow, column).Text),
                    Detail = new($"{first.Place}“{first.Text}”", $"{first.Place} '{first.Text}'"),
                });
        }
    }

    private void Unknown(int row, string text)
    {
        staged.Faults.Add(At(row, Rules.IndicatorUnknown, text.Length > 60 ? text[..60] + "…" : text));
        rowLost = true;
    }

    private Fault At(int row, Rule rule, string value) => new(file, unit.Id, rule) { Sheet = grid.Name, Row = row, Cell = Cell.PlaceOf(row, IdentityColumn), Value = value };

    private int IdentityColumn => head.Columns.TryGetValue(HeadRole.Indicator, out var column) ? column
        : head.Columns.TryGetValue(HeadRole.Number, out column) ? column
        : head.Columns.TryGetValue(HeadRole.Code, out column) ? column : 1;
}
