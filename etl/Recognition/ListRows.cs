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

    /// <param name="before">Told each row that will count, before it makes a unit.</param>
    public void Stage(Action<int>? before = null)
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
            before?.Invoke(row);
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

    /// <summary>Which indicator a row is of, and how it was written where that was not plain.</summary>
    public static (IndicatorFound Found, string? Note) Which(IndicatorIndex index, string dimension, string code, string number, string text)
    {
        var found = index.Find(dimension, true, code, number, text);
        var said = code.Length > 0 ? code : text.Length > 0 ? text : number;
        return (found, found.Indicator is not { } indicator || said == indicator.Code || Texts.Key(said) == Texts.Key(indicator.TextZh)
            ? null
            : Notes.Of(Notes.Indicator, Short(said), indicator.Code));
    }

    /// <summary>Whose a score is where the row says it, and how that was written where it was not plain.</summary>
    /// <param name="word">What stands under the rater.</param>
    /// <param name="name">What stands under the expert.</param>
    /// <returns>Null when it does not say it, or says what cannot be.</returns>
    public (string Rater, string Expert, string? Note)? Whose(string word, string name)
    {
        var expert = Expert(name);
        var note = expert == name || name.Length == 0 ? null : Notes.Of(Notes.Expert, name, expert);
        if (!head.Has(HeadRole.Rater))
            return expert.Length > 0 ? ("expert", expert, note) : null;
        var key = Texts.Key(word);
        if (SelfWords.Contains(key) && expert.Length == 0)
            return ("self", "", note);
        return ExpertWords.Contains(key) ? ("expert", expert, note) : null;
    }

    private void Row(int row, StagedUnit unit, PlaceFound found, string code, string number, string text)
    {
        var index = indexes[(found.Round?.Framework) ?? catalog.Frameworks[^1].Code];
        var (which, written) = Which(index, Text(row, HeadRole.Dimension), code, number, text);
        if (which.Indicator is not { } indicator)
        {
            staged.Faults.Add(which.Conflict is not null
                ? At(unit, row, Rules.IndicatorConflict, text) with { Detail = which.Conflict }
                : At(unit, row, Rules.IndicatorUnknown, text.Length > 0 ? text : code.Length > 0 ? code : number));
            return;
        }
        if (which.Slip is not null)
            staged.Faults.Add(At(unit, row, Rules.TextSlip, "") with { Indicator = indicator.Code, Expected = new(indicator.NumberZh, indicator.Code), Detail = which.Slip });
        var note = Notes.Join(found.Note, written);
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
        var word = Text(row, HeadRole.Rater);
        var name = Text(row, HeadRole.ExpertName);
        if (Whose(word, name) is { } whose)
            return whose;
        if (head.Columns.TryGetValue(HeadRole.Rater, out var raterColumn))
            staged.Faults.Add(At(unit, row, Rules.RaterInvalid, word) with
            {
                Cell = Cell.PlaceOf(row, raterColumn),
                Indicator = indicator,
                Detail = SelfWords.Contains(Texts.Key(word))
                    ? new($"；自评不能有专家“{Expert(name)}”", $"; a self score has no expert such as '{Expert(name)}'")
                    : Wording.None,
            });
        else
            staged.Faults.Add(head.Has(HeadRole.ExpertName)
                ? At(unit, row, Rules.ExpertMissing, "") with { Indicator = indicator, Cell = Cell.PlaceOf(row, head.Columns[HeadRole.ExpertName]) }
                : At(unit, row, Rules.RaterUnknown, column.Head) with { Indicator = indicator });
        return null;
    }

    private string Expert(string name) => head.Has(HeadRole.ExpertName) ? Texts.Narrow(name) : sheetExpert ?? "";

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
