using System.Globalization;
using LearningCity.Etl.Normalising;

namespace LearningCity.Etl.Recognition;

/// <summary>Tells a 序号 that only counts the rows of a table from one that is the indicator's number within its dimension.</summary>
internal static class RowCount
{
    private static readonly HashSet<string> NumbersOfIndicators = ["指标编号", "指标序号"];

    /// <summary>In a form: 1, 2, 3 … without a gap, on beyond the longest dimension, beside another column that names the indicator.</summary>
    public static bool IsInForm(FoundTable table, IEnumerable<int> rows, int longestDimension)
    {
        if (!Counts(table.Head, out var column))
            return false;
        var last = 0;
        foreach (var row in rows)
        {
            var text = Texts.Narrow(table.Grid.At(row, column).Text);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number != ++last)
                return false;
        }
        return last > longestDimension;
    }

    /// <summary>In a list, where rows of any district and indicator follow each other, it is no more than that unless its head says so.</summary>
    public static bool IsInList(FoundTable table) =>
        Counts(table.Head, out var column) && !NumbersOfIndicators.Contains(Texts.Key(table.Grid.At(table.Head.LastRow, column).Text));

    private static bool Counts(TableHead head, out int column) =>
        head.Columns.TryGetValue(HeadRole.Number, out column) && (head.Has(HeadRole.Indicator) || head.Has(HeadRole.Code));
}
