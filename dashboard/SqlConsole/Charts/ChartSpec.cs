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

    /// <summary>The chart asked for; what was not asked for, or cannot be drawn, is chosen: the first column across, the first number upwards.</summary>
    /// <returns>Null when no chart is asked for or the result has no number.</returns>
    public static ChartSpec? Of(string? kind, string? x, string? y, IReadOnlyList<SqlColumn> columns)
    {
        if (!Enum.TryParse<ChartKind>(kind, ignoreCase: true, out var asked) || !Enum.IsDefined(asked) || !columns.Any(IsNumber))
        {
            return null;
        }

        var numbers = Enumerable.Range(0, columns.Count).Where(i => IsNumber(columns[i])).ToArray();
        var up = Find(y, columns) is { } wanted && IsNumber(columns[wanted]) ? wanted : numbers.FirstOrDefault(i => i > 0, numbers[0]);
        var across = Find(x, columns) is { } along && (asked != ChartKind.Scatter || IsNumber(columns[along])) ? along
            : asked == ChartKind.Scatter ? numbers.FirstOrDefault(i => i != up, up) : 0;
        return new ChartSpec(asked, across, up);
    }

    public static bool IsNumber(SqlColumn column) => Numbers.Any(n => column.Type.Contains(n, StringComparison.Ordinal)) && !column.Type.EndsWith(']')
        && !column.Type.StartsWith("STRUCT", StringComparison.Ordinal) && !column.Type.StartsWith("MAP", StringComparison.Ordinal) && column.Type != "INTERVAL";

    private static int? Find(string? name, IReadOnlyList<SqlColumn> columns) =>
        Enumerable.Range(0, columns.Count).Where(i => columns[i].Name == name).Select(i => (int?)i).FirstOrDefault();
}
