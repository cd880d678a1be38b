namespace LearningCity.Dashboard.Components.Tables;

/// <summary>The order of a table's rows as the URL gives it: sort=key for ascending, sort=-key for descending.</summary>
public sealed record Sorting(string Key, bool Descending)
{
    public const string Parameter = "sort";

    /// <summary>The order asked for if it is one of <paramref name="keys"/>; null when the word is not known.</summary>
    public static Sorting? Parse(string? value, Sorting otherwise, IEnumerable<string> keys)
    {
        if (value is null)
            return otherwise;

        var sorting = value.StartsWith('-') ? new Sorting(value[1..], true) : new Sorting(value, false);
        return keys.Contains(sorting.Key) ? sorting : null;
    }

    /// <summary>The parameter that a click on a column's head leads to.</summary>
    public (string Key, string? Value) Next(string key, bool highFirst)
    {
        var descending = key == Key ? !Descending : highFirst;
        return (Parameter, (descending ? "-" : "") + key);
    }

    /// <summary>Rows in this order; missing values last either way, then as they came.</summary>
    public IReadOnlyList<TRow> Apply<TRow>(IEnumerable<TRow> rows, Func<TRow, IComparable?> value)
    {
        var known = rows.Select((row, index) => (row, index, value: value(row))).ToList();
        var present = known.Where(r => r.value is not null);
        var ordered = Descending ? present.OrderByDescending(r => r.value) : present.OrderBy(r => r.value);
        return [.. ordered.ThenBy(r => r.index).Select(r => r.row), .. known.Where(r => r.value is null).Select(r => r.row)];
    }
}
