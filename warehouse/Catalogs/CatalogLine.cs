using System.Globalization;
using CsvHelper;

namespace LearningCity.Warehouse.Catalogs;

/// <summary>Reads the fields of one line; a field that cannot be read becomes a fault and a harmless value.</summary>
internal sealed class CatalogLine(CsvReader csv, string file, int row, List<CatalogFault> faults)
{
    public int Row => row;

    public bool Sound { get; private set; } = true;

    public string? Optional(string column) => csv.GetField(column) is { Length: > 0 } text ? text : null;

    public string Text(string column) => Optional(column) ?? Fault(column, "value_missing", "不能为空", "must not be empty", "");

    public int Position(string column) =>
        int.TryParse(Optional(column), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000
            ? n
            : Fault(column, "not_a_position", "应为 1 起的整数", "must be a whole number from 1", 1);

    public decimal Points(string column) =>
        Number(column) is { } n && n > 0 && n < 10_000 && decimal.Round(n, 2) == n
            ? n
            : Fault(column, "not_points", "应为大于 0、最多两位小数的分值", "must be points above 0 with at most two decimals", 1m);

    public decimal Share(string column) =>
        Number(column) is { } n && n is > 0 and <= 1 && decimal.Round(n, 6) == n
            ? n
            : Fault(column, "not_a_share", "应为大于 0、不超过 1、最多六位小数的份额", "must be a share above 0 and up to 1 with at most six decimals", 1m);

    public bool Tick(string column) => Optional(column) switch
    {
        "1" => true,
        "0" => false,
        _ => Fault(column, "not_a_tick", "应为 0 或 1", "must be 0 or 1", false),
    };

    public long? Count(string column) => Optional(column) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => n,
        _ => Fault(column, "not_a_count", "应为整数", "must be a whole number", (long?)null),
    };

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Optional(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Fault(column, "not_a_date", "应为 2023-11-01 这样的日期", "must be a date such as 2023-11-01", DateOnly.MinValue);

    private decimal? Number(string column) =>
        decimal.TryParse(Optional(column), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;

    private T Fault<T>(string column, string rule, string zh, string en, T harmless)
    {
        Sound = false;
        var found = Optional(column);
        faults.Add(new(file, row, rule, $"{column}：{zh}" + (found is null ? "" : $"，现为“{found}”"), $"{column} {en}" + (found is null ? "" : $", found '{found}'")));
        return harmless;
    }
}
