using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>A result as Parquet with the types that the query had. Lists, structures and intervals are text (JSON, ISO 8601).</summary>
internal static partial class ParquetResult
{
    public static async Task WriteAsync(SqlResult result, Stream to, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("learningcity-parquet-");
        try
        {
            var (rows, parquet) = (Path.Combine(folder.FullName, "rows.ndjson"), Path.Combine(folder.FullName, "rows.parquet"));
            await using (var file = File.Create(rows))
            {
                await foreach (var line in result.Lines(cancel))
                {
                    await file.WriteAsync(line, cancel);
                    file.WriteByte((byte)'\n');
                }
            }

            await Task.Run(() => Convert(result, rows, parquet), cancel);
            await using var written = File.OpenRead(parquet);
            await written.CopyToAsync(to, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Convert(SqlResult result, string rows, string parquet)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:;threads=1;memory_limit=256MB");
        connection.Open();
        // What SQL wrote as rows is read as data only: the types are the few that are listed here.
        var names = Unique([.. result.Columns.Select(c => c.Name)]);
        var columns = string.Join(", ", result.Columns.Select((c, i) => $"{Value(c.Type, i)} as \"{names[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        connection.Execute($"""
            copy (
                select {columns}
                from read_csv('{rows}', columns = {"{"}'j': 'json'{"}"}, delim = '', quote = '', escape = '', header = false, auto_detect = false,
                    max_line_size = 33554432, buffer_size = 134217728)
            ) to '{parquet}' (format parquet, compression zstd)
            """);
    }

    private static string Value(string type, int i) => type switch
    {
        "BLOB" => $"from_base64(j->>{i})",
        _ when Plain().IsMatch(type) => $"cast(j->>{i} as {type})",
        _ => $"j->>{i}",
    };

    private static string[] Unique(string[] names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name =>
        {
            var free = name.Length == 0 ? "column" : name;
            for (var n = 2; !seen.Add(free); n++)
            {
                free = new StringBuilder(name).Append('_').Append(n).ToString();
            }

            return free;
        })];
    }

    /// <summary>Types whose text in the rows DuckDB reads back as the same value.</summary>
    [GeneratedRegex(@"^(BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|VARCHAR|DATE|TIME|TIMESTAMP|TIMESTAMP WITH TIME ZONE|UUID)$")]
    private static partial Regex Plain();
}
