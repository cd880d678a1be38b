using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>The rows of a list (panel or tidy scores): each says its own district, and mostly its round.</summary>
internal sealed class ListRows(
    CityCatalog catalog, IReadOnlyDictionary<string, IndicatorIndex> indexes, Func<string, string, PlaceFound> place, Func<PlaceFound, StagedUnit> unitOf,
    Staged staged, int file, FoundTable table, string? sheetExpert)
{
    private static readonly HashSet<string> SelfWords = ["self", "自评", "自评分", "区自评"];
    private static readonly HashSet<string> ExpertWords = ["expert", "专家", "专家评分", "专家组", "专评"];

    private readonly TableHead head = table.Head;
    private readonly Grid grid = table.Grid;
    private readonly RowScores scores = new(staged, file, table);

    public void Stage()
    {
        var numbersCountRows = RowCount.IsInList(table);
        var reported = new HashSet<int>();
        foreach (var row in grid.Rows.Where(r => r > head.LastRow && r <= table.LastRow && !table.Repeated.Contains(r)))
        {
            var (code, number, text) = (Text(row, HeadRole.Code), numbersCountRows ? "" : Text(row, HeadRole.Number), Text(row, HeadRole.Indicator));
            var district = Text(row, HeadRole.District);
            if (new[] { code, number, text, district }.Any(t => Heads.IsTotal(t) || Heads.IsSubtotal(t)))
                continue;
            // A line below the list, such as a signature: nothing in it is a score.
            if (code.Length == 0 && number.Length == 0 && text.Length == 0 && !scores.HasScores(row))
                continue;
            var found = place(Text(row, HeadRole.Round), district);
            var unit = unitOf(found);
            if (reported.Add(unit.Id))
                HeadFaults(unit);
            if (TooLong(row) is { } extra)
                staged.Faults.Add(At(unit, row, Rules.RowTooLong, extra.Text) with { Cell = extra.Place });
            else
                Row(row, unit, found, code, number, text);
        }
    }

    private void Row(int row, StagedUnit unit, PlaceFound found, string code, string number, string text)
    {
        var index = indexes[(found.Round?.Framework) ?? catalog.Frameworks[^1].Code];
        var which = index.Find(Text(row, HeadRole.Dimension), true, code, number, text);
        if (which.Indicator is not { } indicator)
        {
            staged.Faults.Add(which.Conflict is not null
                ? At(unit, row, Rules.IndicatorConflict, text) with { Detail = which.Conflict }
                : At(unit, row, Rules.IndicatorUnknown, text.Length > 0 ? text : code.Length > 0 ? code : number));
            return;
        }
        if (which.Slip is not null)
            staged.Faults.Add(At(unit, row, Rules.TextSlip, "") with { Indicator = indicator.Code, Expected = new(indicator.NumberZh, indicator.Code), Detail = which.Slip });
        var said = code.Length > 0 ? code : text.Length > 0 ? text : number;
        var note = Notes.Join(found.Note, said == indicator.Code || Texts.Key(said) == Texts.Key(indicator.TextZh) ? null : Notes.Of(Notes.Indicator, Short(said), indicator.Code));
        foreach (var column in head.Scores)
        {
            if (Whose(row, unit, column, indicator.Code) is var (rater, expert, noted))
                scores.Stage(unit, row, column, indicator.Code, rater, expert, Notes.Join(note, noted));
        }
    }

    private (string Rater, string Expert, string? Note)? Whose(int row, StagedUnit unit, ScoreColumn column, string indicator)
    {
        if (column.Rater is not null)
            return (column.Rater, column.Expert ?? "", null);
        var raw = Text(row, HeadRole.ExpertName);
        var expert = head.Has(HeadRole.ExpertName) ? Texts.Narrow(raw) : sheetExpert ?? "";
        var note = expert == raw || raw.Length == 0 ? null : Notes.Of(Notes.Expert, raw, expert);
        if (head.Columns.TryGetValue(HeadRole.Rater, out var raterColumn))
        {
            var word = Text(row, HeadRole.Rater);
            var key = Texts.Key(word);
            if (SelfWords.Contains(key) && expert.Length == 0)
                return ("self", "", note);
            if (ExpertWords.Contains(key))
                return ("expert", expert, note);
            staged.Faults.Add(At(unit, row, Rules.RaterInvalid, word) with
            {
                Cell = Cell.PlaceOf(row, raterColumn),
                Indicator = indicator,
                Detail = SelfWords.Contains(key) ? new($"；自评不能有专家“{expert}”", $"; a self score has no expert such as '{expert}'") : Wording.None,
            });
            return null;
        }
        if (expert.Length > 0)
            return ("expert", expert, note);
        staged.Faults.Add(head.Has(HeadRole.ExpertName)
            ? At(unit, row, Rules.ExpertMissing, "") with { Indicator = indicator, Cell = Cell.PlaceOf(row, head.Columns[HeadRole.ExpertName]) }
            : At(unit, row, Rules.RaterUnknown, column.Head) with { Indicator = indicator });
        return null;
    }

    private void HeadFaults(StagedUnit unit)
    {
        foreach (var word in head.Twice)
            staged.Faults.Add(new(file, unit.Id, Rules.HeadTwice) { Sheet = grid.Name, Row = head.LastRow, Value = word });
    }

    // Only a text file's fields can slip out from under their heads.
    private Cell? TooLong(int row)
    {
        if (grid.Name is not null)
            return null;
        for (var column = head.LastColumn + 1; column <= grid.LastColumn; column++)
        {
            if (grid.Own(row, column) is { IsBlank: false } cell)
                return cell;
        }
        return null;
    }

    private string Text(int row, HeadRole role) => head.Columns.TryGetValue(role, out var column) ? grid.At(row, column).Text.Trim() : "";

    private Fault At(StagedUnit unit, int row, Rule rule, string value) => new(file, unit.Id, rule)
    {
        Sheet = grid.Name,
        Row = row,
        Cell = Cell.PlaceOf(row, head.Columns.TryGetValue(HeadRole.Indicator, out var column) ? column : 1),
        Value = Short(value),
    };

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
