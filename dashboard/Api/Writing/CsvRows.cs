using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LearningCity.Warehouse.Exports;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as CSV: UTF-8 with a byte order mark (Excel needs it), comma, CRLF, the same names and numbers as in JSON.</summary>
public static class CsvRows
{
    public const string ContentType = "text/csv; charset=utf-8";

    internal static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static void Write(Stream stream, RowSelection selection)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, Configuration);
        foreach (var column in selection.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        foreach (var row in selection.Rows)
        {
            foreach (var column in selection.Columns)
            {
                csv.WriteField(Text(column.Read(row)));
            }

            csv.NextRecord();
        }
    }

    /// <summary>A value as it stands in the file: empty for null; a text that a spreadsheet would run as a formula gets an
    /// apostrophe in front. Numbers are never changed.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => Formulas.Defuse(text),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IEnumerable<string> list => Text(string.Join(' ', list)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString()),
    };
}
