using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Storage;

/// <summary>Fills a table from rows of untyped values, in the order of its columns: far faster than an insert a row.</summary>
internal static class Rows
{
    /// <param name="rows">Enumerated before the first is appended: an appender and a query do not share a connection well.</param>
    /// <exception cref="ArgumentException">A value of a type that no table here holds.</exception>
    public static void Append(DuckDBConnection connection, string table, IEnumerable<object?[]> rows)
    {
        Stream(connection, table, rows.ToList());
    }

    /// <summary>The same for rows that come from elsewhere, one after the other.</summary>
    public static void Stream(DuckDBConnection connection, string table, IEnumerable<object?[]> rows)
    {
        using var appender = connection.CreateAppender(table);
        foreach (var row in rows)
            Append(appender, row);
    }

    private static void Append(DuckDBAppender appender, object?[] values)
    {
        var row = appender.CreateRow();
        foreach (var value in values)
            _ = value switch
            {
                null => row.AppendNullValue(),
                string text => row.AppendValue(text),
                bool flag => row.AppendValue(flag),
                int n => row.AppendValue(n),
                long n => row.AppendValue(n),
                decimal d => row.AppendValue(d),
                double d => row.AppendValue(d),
                DateOnly d => row.AppendValue(d),
                DateTime t => row.AppendValue(t),
                _ => throw new ArgumentException($"A table cannot hold a {value.GetType().Name}", nameof(values)),
            };
        row.EndRow();
    }
}
