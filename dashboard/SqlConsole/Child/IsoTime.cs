using System.Globalization;
using System.Text;
using DuckDB.NET.Native;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Dates, times and intervals as ISO 8601, with DuckDB's words for what lies outside of it: infinity, -infinity, (BC).</summary>
internal static class IsoTime
{
    public const string Pattern = "yyyy-MM-ddTHH:mm:ss.FFFFFF";

    public static string Of(DuckDBDateOnly date) =>
        date.IsInfinity ? Infinity(date.IsPositiveInfinity) : Day(date);

    public static string Of(DuckDBTimestamp time, string zone = "") =>
        time.IsInfinity ? Infinity(time.IsPositiveInfinity)
        : Day(time.Date, string.Create(CultureInfo.InvariantCulture, $"T{Clock(time.Time)}{zone}"));

    /// <summary>A duration such as P1Y2M3DT4H5M6.5S.</summary>
    public static string Of(DuckDBInterval interval) => Duration(interval.Months, interval.Days, (long)interval.Micros);

    public static string Of(TimeSpan span) => Duration(0, span.Days, (span - TimeSpan.FromDays(span.Days)).Ticks / TimeSpan.TicksPerMicrosecond);

    private static string Infinity(bool positive) => positive ? "infinity" : "-infinity";

    private static string Day(DuckDBDateOnly date, string time = "") =>
        date.Year > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}{time}")
            : string.Create(CultureInfo.InvariantCulture, $"{1 - date.Year:0000}-{date.Month:00}-{date.Day:00}{time} (BC)");

    private static string Clock(DuckDBTimeOnly time)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Min:00}:{time.Sec:00}");
        return time.Microsecond == 0 ? seconds
            : string.Create(CultureInfo.InvariantCulture, $"{seconds}.{time.Microsecond:000000}").TrimEnd('0');
    }

    private static string Duration(int months, int days, long micros)
    {
        var text = new StringBuilder("P");
        Part(text, months / 12, 'Y');
        Part(text, months % 12, 'M');
        Part(text, days, 'D');
        if (micros != 0)
        {
            text.Append('T');
            Part(text, micros / 3_600_000_000, 'H');
            Part(text, micros / 60_000_000 % 60, 'M');
            Part(text, micros % 60_000_000 / 1_000_000m, 'S');
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    private static void Part(StringBuilder text, decimal value, char unit)
    {
        if (value != 0)
        {
            text.Append(value.ToString("0.######", CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
