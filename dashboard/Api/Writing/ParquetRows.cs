using System.Globalization;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as Parquet, written by DuckDB through a temporary file: columns keep their types, points and rates are decimals.</summary>
public static class ParquetRows
{
    public const string ContentType = "application/vnd.apache.parquet";

    /// <summary>Writes the rows to <paramref name="path"/>, which must not exist.</summary>
    public static void Write(string path, RowSelection selection)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"create table answer ({string.Join(", ", selection.Columns.Select(c => $"{Quoted(c.Name)} {SqlType(c.Type)}"))})");
        using (var appender = connection.CreateAppender("answer"))
        {
            foreach (var row in selection.Rows)
            {
                var line = appender.CreateRow();
                foreach (var column in selection.Columns)
                {
                    Append(line, column.Read(row));
                }

                line.EndRow();
            }
        }

        Execute(connection, $"copy answer to '{path.Replace("'", "''", StringComparison.Ordinal)}' (format parquet, compression zstd)");
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string SqlType(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(long) => "bigint",
        _ when type == typeof(decimal) => "decimal(18, 6)",
        _ when type == typeof(double) => "double",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(DateTimeOffset) => "timestamp",
        _ => "varchar",
    };

    private static void Append(IDuckDBAppenderRow line, object? value) => _ = value switch
    {
        null => line.AppendNullValue(),
        bool flag => line.AppendValue(flag),
        int number => line.AppendValue(number),
        long number => line.AppendValue(number),
        decimal number => line.AppendValue(number),
        double number => line.AppendValue(number),
        DateOnly date => line.AppendValue(date),
        DateTimeOffset time => line.AppendValue(time.UtcDateTime),
        string text => line.AppendValue(text),
        IEnumerable<string> list => line.AppendValue(string.Join(' ', list)),
        _ => line.AppendValue(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
