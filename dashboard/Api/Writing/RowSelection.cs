namespace LearningCity.Dashboard.Api.Writing;

/// <summary>The rows of one page and the columns asked for, with the number of rows there are in all.</summary>
public sealed record RowSelection(IReadOnlyList<Column> Columns, IReadOnlyList<object> Rows, int Total, int Page, int PageSize)
{
    public bool HasNext => (long)Page * PageSize < Total;

    /// <summary>Sorts, pages and narrows. The sort is stable: equal rows keep the question's own order, which has no ties.
    /// Nulls come last in both directions.</summary>
    public static RowSelection Of(RowShape shape, IReadOnlyList<object> rows, string? sort, string? fields, int page, int pageSize)
    {
        IEnumerable<object> sorted = rows;
        foreach (var key in Enumerable.Reverse(sort?.Split(',') ?? []).Select(k => k.Trim()))
        {
            var down = key.StartsWith('-');
            var column = shape.Column(key.TrimStart('-'));
            var nullsLast = sorted.OrderBy(row => column.Read(row) is null);
            sorted = down
                ? nullsLast.ThenByDescending(column.Read, ValueComparer.Instance)
                : nullsLast.ThenBy(column.Read, ValueComparer.Instance);
        }

        var columns = fields?.Split(',').Select(f => shape.Column(f.Trim())).Distinct().ToArray() ?? shape.Columns;
        var skip = (long)(page - 1) * pageSize;
        var shown = skip >= rows.Count ? [] : sorted.Skip((int)skip).Take(pageSize).ToArray();
        return new RowSelection(columns, shown, rows.Count, page, pageSize);
    }

    /// <summary>Numbers by size, text by code point, so that the order is the same on every machine.</summary>
    private sealed class ValueComparer : IComparer<object?>
    {
        public static readonly ValueComparer Instance = new();

        public int Compare(object? x, object? y) =>
            x is string a && y is string b ? string.CompareOrdinal(a, b) : Comparer<object?>.Default.Compare(x, y);
    }
}
