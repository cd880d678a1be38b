using System.Collections.Concurrent;
using System.Globalization;
using ExcelNumberFormat;

namespace LearningCity.Etl.Readers;

/// <summary>What a number shows under a spreadsheet's number format.</summary>
public static class NumberFormats
{
    // Built-in formats by id (ECMA-376 18.8.30); those of the Chinese versions (27-36, 50-58) are dates.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "#,##0;-#,##0",
        [6] = "#,##0;-#,##0",
        [7] = "#,##0.00;-#,##0.00",
        [8] = "#,##0.00;-#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "yyyy/m/d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "yyyy/m/d h:mm",
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0;-#,##0;\"-\"",
        [42] = "#,##0;-#,##0;\"-\"",
        [43] = "#,##0.00;-#,##0.00;\"-\"",
        [44] = "#,##0.00;-#,##0.00;\"-\"",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    };

    private static readonly ConcurrentDictionary<string, NumberFormat> Parsed = new(StringComparer.Ordinal);

    public static string? ById(int id) => id is (>= 27 and <= 36) or (>= 50 and <= 58) ? "yyyy/m/d" : BuiltIn.GetValueOrDefault(id);

    /// <param name="format">Null or empty for General.</param>
    public static string Show(double value, string? format)
    {
        if (string.IsNullOrEmpty(format) || format is "@" || format.Equals("General", StringComparison.OrdinalIgnoreCase))
            // Fifteen digits, as spreadsheets compute: 0.1 + 0.2 shows as 0.3.
            return value.ToString("G15", CultureInfo.InvariantCulture);
        // Formats come from outside: a file with thousands of them must not fill the cache for good.
        if (Parsed.Count > 1_000)
            Parsed.Clear();
        var number = Parsed.GetOrAdd(format, code => new NumberFormat(code));
        if (!number.IsValid)
            return "?" + format;
        try
        {
            return number.Format(value, CultureInfo.InvariantCulture).Trim();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            return "?" + format;
        }
    }
}
