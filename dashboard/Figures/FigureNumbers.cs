using System.Globalization;

namespace LearningCity.Dashboard.Figures;

/// <summary>Numbers as figures write them: points to 0.01, rates to 0.1 %, a true minus sign.</summary>
public static class FigureNumbers
{
    private const char Minus = '\u2212';

    /// <summary>93.70</summary>
    public static string Points(decimal points) => Plain(points, "0.00");

    /// <summary>93.7% from 0.937.</summary>
    public static string Rate(decimal rate) => Plain(rate * 100, "0.0") + "%";

    /// <summary>+3.80, −0.50, 0.00</summary>
    public static string SignedPoints(decimal points) => Signed(points, "0.00");

    /// <summary>+3.8, in percentage points, from 0.038.</summary>
    public static string SignedRate(decimal rate) => Signed(rate * 100, "0.0");

    /// <summary>A tick without needless zeros.</summary>
    public static string Tick(double value) => Plain((decimal)Math.Round(value, 6), "0.##");

    private static string Plain(decimal value, string format) => Rounded(value, format).ToString(format, CultureInfo.InvariantCulture).Replace('-', Minus);

    private static string Signed(decimal value, string format)
    {
        var rounded = Rounded(value, format);
        return (rounded > 0 ? "+" : "") + rounded.ToString(format, CultureInfo.InvariantCulture).Replace('-', Minus);
    }

    private static decimal Rounded(decimal value, string format) =>
        Math.Round(value, format.Length - format.IndexOf('.', StringComparison.Ordinal) - 1, MidpointRounding.AwayFromZero);
}
