using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>A result as CSV: UTF-8 with a byte order mark (Excel needs it), comma, CRLF, null as nothing, lists and structures as JSON.</summary>
internal static class CsvResult
{
    /// <summary>What makes a spreadsheet take a text for a formula and run it; an apostrophe before it keeps it a text.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static async Task WriteAsync(SqlResult result, Stream to, CancellationToken cancel)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in result.Columns)
        {
            csv.WriteField(Safe(column.Name));
        }

        await csv.NextRecordAsync();
        await foreach (var row in result.Rows(cancel))
        {
            foreach (var value in row.EnumerateArray())
            {
                csv.WriteField(Text(value));
            }

            await csv.NextRecordAsync();
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Safe(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string Safe(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
