using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Marts;

/// <summary>Appends a row of untyped values.</summary>
internal static class Rows
{
    /// <exception cref="ArgumentException">A value of a type that no mart uses.</exception>
    public static void Append(DuckDBAppender appender, object?[] values)
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
                _ => throw new ArgumentException($"A mart cannot hold a {value.GetType().Name}", nameof(values)),
            };
        row.EndRow();
    }
}
