using System.Data;
using System.Globalization;
using LearningCity.Warehouse.Exports;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as a workbook: one sheet with the rows, one that says of which snapshot they are. Numbers are numbers, dates are dates, text is
/// never a formula.</summary>
public static class XlsxRows
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">Of the rows: the name of their sheet.</param>
    public static void Write(Stream stream, RowSelection selection, string name, SnapshotInfo snapshot) =>
        Sheets.Write(stream, new Dictionary<string, object> { [name] = Table(selection), ["about"] = About(snapshot) });

    private static DataTable Table(RowSelection selection)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in selection.Columns)
        {
            table.Columns.Add(column.Name, Held(column.Type));
        }

        foreach (var row in selection.Rows)
        {
            table.Rows.Add([.. selection.Columns.Select(column => Value(column.Read(row)))]);
        }

        return table;
    }

    /// <summary>Of which snapshot a file is.</summary>
    internal static List<AboutRow> About(SnapshotInfo info) =>
    [
        new("快照 | Snapshot", info.Id),
        new("发布时间（UTC）| Published (UTC)", info.PublishedAt.ToString("u", CultureInfo.InvariantCulture)),
        new("数据 | Data", info.Sample ? "示例数据：分数由程序生成 | Sample data: synthetic scores" : "报送数据 | Submitted data"),
    ];

    private static Type Held(Type type) =>
        type == typeof(DateOnly) || type == typeof(DateTimeOffset) ? typeof(DateTime)
        : type.IsPrimitive || type == typeof(decimal) ? type
        : typeof(string);

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset time => time.UtcDateTime,
        string text => Sheets.Text(text),
        IEnumerable<string> list => Sheets.Text(string.Join(' ', list)),
        bool or int or long or decimal or double => value,
        _ => Sheets.Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}

/// <summary>A line of the sheet that says what a workbook holds.</summary>
internal sealed record AboutRow(string Item, string Value);
