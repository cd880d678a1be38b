using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Recognition;

/// <summary>Stages one score cell, with what is wrong with the cell itself.</summary>
internal sealed class RowScores(Staged staged, int file, FoundTable table)
{
    public void Stage(StagedUnit unit, int row, ScoreColumn column, string indicator, string rater, string expert, string? note)
    {
        var cell = table.Grid.At(row, column.Column);
        var read = PointsReader.Read(cell);
        var fault = read.Fault;
        if (!cell.IsBlank && !read.Missing)
        {
            if (cell.Hidden || table.Grid.Own(row, column.Column).Hidden)
                fault = Rules.HiddenScore;
            else if (IsMergedOver(row, column.Column))
                fault = Rules.MergedScore;
        }
        var place = Cell.PlaceOf(row, column.Column);
        var value = Shown(cell);
        if (fault is not null)
            staged.Faults.Add(new(file, unit.Id, fault)
            {
                Sheet = table.Grid.Name,
                Cell = place,
                Row = row,
                Indicator = indicator,
                Rater = rater,
                Expert = expert,
                Value = fault == Rules.ShownDiffers ? Held(cell) : value,
                Expected = Wording.Same(read.Expected),
            });
        staged.Scores.Add(new(
            unit.Id, table.Grid.Name, place, row, indicator, rater, expert, value, fault is null ? read.Points : null, fault is null,
            Notes.Join(note, read.Note)));
    }

    /// <summary>Whether a row holds anything that reads as a score.</summary>
    public bool HasScores(int row) => table.Head.Scores.Any(column =>
        table.Grid.At(row, column.Column) is var cell && (cell.Held is not null || cell.Flaw != CellFlaw.None || PointsReader.Written(cell.Text, false).Points is not null));

    public static string Shown(Cell cell) => cell.Flaw == CellFlaw.FormulaWithoutValue ? "" : cell.Text.Trim();

    private static string Held(Cell cell) => cell.Held?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? cell.Text;

    // A score merged over rows, or over two columns of scores, belongs to more than one cell.
    private bool IsMergedOver(int row, int column) =>
        table.Grid.MergeAt(row, column) is { } merge
        && (merge.LastRow > merge.FirstRow || table.Head.Scores.Count(s => s.Column >= merge.FirstColumn && s.Column <= merge.LastColumn) > 1);
}
