using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>A result as CSV: UTF-8 with a byte order mark (Excel needs it), comma, CRLF, null as nothing, lists and structures as JSON;
/// texts that a spreadsheet would run as a formula are kept from it as in the rest of the API.</summary>
internal static class CsvResult
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static async Task WriteAsync(SqlResult result, Stream to, CancellationToken cancel)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in result.Columns)
        {
            csv.WriteField(CsvRows.Text(column.Name));
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
        JsonValueKind.String => CsvRows.Text(value.GetString()),
        _ => value.GetRawText(),
    };
}
