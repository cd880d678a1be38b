using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LearningCity.Client;

namespace LearningCity.Notebooks;

/// <summary>Rows as a table: of records, of anonymous objects, of an answer of the warehouse, the API or the SQL console.</summary>
internal sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows, int More)
{
    /// <summary>A notebook is read, not scrolled: longer tables are cut and say so.</summary>
    private const int Longest = 60;

    private const string Missing = "—";

    /// <summary>What is left of a difference of equal numbers; a p value above it is small, not zero.</summary>
    private const double Noise = 1e-14;

    /// <summary>Null when the value is no sequence of rows.</summary>
    public static Table? Of(object? value)
    {
        switch (value)
        {
            case null or string:
                return null;
            case SqlAnswer sql:
                return Cut([.. sql.Columns.Select(c => c.Name)], [.. sql.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Select(v => (object?)v)])]);
            case IEnumerable rows:
                return OfRows([.. rows.Cast<object?>()]);
            default:
                return value.GetType().GetProperty("Rows")?.GetValue(value) is IEnumerable inner and not string ? OfRows([.. inner.Cast<object?>()]) : null;
        }
    }

    public string Html()
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        foreach (var (i, head) in Heads.Index())
        {
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"text-align:{Side(i)}\">{WebUtility.HtmlEncode(head)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            foreach (var (i, value) in row.Index())
            {
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"text-align:{Side(i)}\">{WebUtility.HtmlEncode(Text(value))}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        return More == 0 ? html.ToString() : html.Append(CultureInfo.InvariantCulture, $"<p>另有 {More} 行未显示。{More} more rows.</p>\n").ToString();
    }

    public string Plain()
    {
        var cells = Rows.Select(r => r.Select(Text).ToArray()).Prepend([.. Heads]).ToList();
        var widths = Heads.Select((_, i) => cells.Max(r => Width(r[i]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            text.AppendLine(string.Join("  ", row.Select((c, i) => Side(i) == "right" ? Pad(c, widths[i]) + c : c + Pad(c, widths[i]))).TrimEnd());
        }

        return text.ToString().ReplaceLineEndings("\n") + (More == 0 ? "" : $"… +{More}\n");
    }

    /// <summary>A value as people read it. Doubles are rounded to four decimals, so that the same numbers come from every machine;
    /// quotients of decimals to six.</summary>
    public static string Text(object? value) => value switch
    {
        null => Missing,
        JsonElement { ValueKind: JsonValueKind.Null } => Missing,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        bool flag => flag ? "✓" : "",
        double number when Math.Abs(number) is > Noise and < 0.00005 => number.ToString("0.0e-0", CultureInfo.InvariantCulture),
        double number => double.IsFinite(number) ? (Math.Round(number, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture) : Missing,
        float number => Text((double)number),
        decimal { Scale: > 6 } number => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(value is DateOnly or DateTime or DateTimeOffset ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static Table? OfRows(List<object?> rows)
    {
        var first = rows.FirstOrDefault(r => r is not null);
        if (first is null || first is string or IFormattable or bool)
        {
            return first is null ? null : Cut(["value"], [.. rows.Select(r => (IReadOnlyList<object?>)[r])]);
        }

        if (first is ITuple tuple)
        {
            return Cut([.. Enumerable.Range(1, tuple.Length).Select(i => $"{i}")], [.. rows.OfType<ITuple>().Select(r => (IReadOnlyList<object?>)[.. Enumerable.Range(0, r.Length).Select(i => r[i])])]);
        }

        var properties = first.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract").ToArray();
        return properties.Length == 0 ? null
            : Cut([.. properties.Select(p => p.Name)], [.. rows.Where(r => r is not null).Select(r => (IReadOnlyList<object?>)[.. properties.Select(p => p.GetValue(r))])]);
    }

    private static Table Cut(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<object?>> rows) =>
        new(heads, [.. rows.Take(Longest)], Math.Max(0, rows.Count - Longest));

    private string Side(int column) => Rows.All(r => IsNumber(r[column])) ? "right" : "left";

    private static bool IsNumber(object? value) => value is null or JsonElement { ValueKind: JsonValueKind.Number or JsonValueKind.Null }
        or int or long or decimal or double or float or short or byte;

    private static string Pad(string text, int width) => new(' ', width - Width(text));

    /// <summary>Chinese characters are two wide where a notebook is read as text.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value > 0x2E7F ? 2 : 1);
}
