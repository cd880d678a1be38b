namespace LearningCity.Dashboard.SqlConsole.Charts;

/// <summary>How a result is drawn.</summary>
public enum ChartKind
{
    Column,
    Line,
    Scatter,
}

/// <summary>Which columns of a result are drawn, and how.</summary>
/// <param name="X">Place of the column in the result.</param>
/// <param name="Y">Place of the column in the result; it holds numbers.</param>
public sealed record ChartSpec(ChartKind Kind, int X, int Y)
{
    private static readonly string[] Numbers = ["INT", "DECIMAL", "DOUBLE", "FLOAT", "HUGEINT"];

    /// <summary>The chart asked for; what was not asked for, or cannot be drawn, is chosen: the first column of names across (of numbers where
    /// there is no other), the first other number upwards, one with
    /// decimals before a whole one.</summary>
    /// <returns>Null when no chart is asked for or the result has no number.</returns>
    public static ChartSpec? Of(string? kind, string? x, string? y, IReadOnlyList<SqlColumn> columns)
    {
        if (!Enum.TryParse<ChartKind>(kind, ignoreCase: true, out var asked) || !Enum.IsDefined(asked) || !columns.Any(IsNumber))
        {
            return null;
        }

        // Whole numbers are more often ranks, counts and keys than what one wants to see.
        var numbers = Enumerable.Range(0, columns.Count).Where(i => IsNumber(columns[i])).OrderBy(i => columns[i].Type.Contains("INT", StringComparison.Ordinal)).ToArray();
        var names = Enumerable.Range(0, columns.Count).Where(i => !IsNumber(columns[i])).ToArray();
        int? up = Find(y, columns) is { } wanted && IsNumber(columns[wanted]) ? wanted : null;
        var across = Find(x, columns) is { } along && (asked != ChartKind.Scatter || IsNumber(columns[along])) ? along
            : asked == ChartKind.Scatter || names.Length == 0 ? numbers.Order().FirstOrDefault(i => i != up, numbers[0]) : names[0];
        return new ChartSpec(asked, across, up ?? numbers.FirstOrDefault(i => i != across, numbers[0]));
    }

    public static bool IsNumber(SqlColumn column) => Numbers.Any(n => column.Type.Contains(n, StringComparison.Ordinal)) && !column.Type.EndsWith(']')
        && !column.Type.StartsWith("STRUCT", StringComparison.Ordinal) && !column.Type.StartsWith("MAP", StringComparison.Ordinal) && column.Type != "INTERVAL";

    private static int? Find(string? name, IReadOnlyList<SqlColumn> columns) =>
        Enumerable.Range(0, columns.Count).Where(i => columns[i].Name == name).Select(i => (int?)i).FirstOrDefault();
}
