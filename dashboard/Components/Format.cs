using System.Globalization;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Components;

/// <summary>How numbers and times are written: rates to 0.1 %, points to 0.01, signs as + and − (U+2212), Beijing time.
/// Halves are rounded away from zero; what is not known is an em dash.</summary>
public static class Format
{
    public const string Missing = "—";

    private const string Minus = "\u2212";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <param name="rate">0 to 1.</param>
    public static string Rate(decimal? rate) => rate is null ? Missing : Fixed(rate.Value * 100, 1) + "%";

    /// <summary>The rate in percent without its sign, for columns whose head says %.</summary>
    public static string RateNumber(decimal? rate, int decimals = 1) => rate is null ? Missing : Fixed(rate.Value * 100, decimals);

    public static string Points(decimal? points) => points is null ? Missing : Fixed(points.Value, 2);

    /// <summary>Points with as few decimals as they need: the most an indicator can score is 6, not 6.00.</summary>
    public static string MaxPoints(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    public static string SignedPoints(decimal? points) => Difference(points, 2);

    /// <summary>A difference of rates in percentage points.</summary>
    public static string SignedRate(decimal? rate, int decimals = 1) => Difference(rate * 100, decimals);

    /// <summary>A signed number; what rounds to zero carries no sign.</summary>
    public static string Difference(decimal? value, int decimals)
    {
        if (value is null)
            return Missing;

        var rounded = Math.Round(value.Value, decimals, MidpointRounding.AwayFromZero);
        return rounded > 0 ? "+" + Fixed(rounded, decimals) : Fixed(rounded, decimals);
    }

    public static string Whole(long? number) => number is null ? Missing : number.Value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Number(decimal? value, int decimals) => value is null ? Missing : Fixed(value.Value, decimals);

    public static string Ratio(double? value, int decimals = 3) =>
        value is null || !double.IsFinite(value.Value) ? Missing : Fixed((decimal)value.Value, decimals);

    /// <summary>A probability of a test: three decimals, "&lt;0.001" below.</summary>
    public static string P(double? p) => p is < 0.001 ? "<0.001" : Ratio(p);

    /// <summary>The same behind its letter: "= 0.023", "&lt; 0.001".</summary>
    public static string PIs(double? p) => p is < 0.001 ? "< 0.001" : "= " + Ratio(p);

    /// <summary>A difference of rates given as a double, in percentage points.</summary>
    public static string SignedRate(double? rate, int decimals = 1) =>
        rate is null || !double.IsFinite(rate.Value) ? Missing : SignedRate((decimal)rate.Value, decimals);

    /// <summary>"4–6", or "4" when both ends are the same.</summary>
    public static string Range(int low, int high) => low == high ? Count(low) : $"{Count(low)}–{Count(high)}";

    public static string Count(int? value) => value is null ? Missing : value.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Population: "184.0 万" or "1,840,295".</summary>
    public static string Population(long people, Text text) =>
        text.IsChinese ? Fixed(people / 10_000m, 1) + " 万" : Whole(people);

    public static string Date(DateOnly date, Text text) => text.IsChinese
        ? date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)
        : date.ToString("d MMMM yyyy", English);

    /// <param name="moment">Any offset; written as Beijing time without naming it.</param>
    public static string Time(DateTimeOffset moment, Text text)
    {
        var there = moment.ToOffset(Beijing);
        return text.IsChinese
            ? there.ToString("yyyy'年'M'月'd'日' HH:mm", CultureInfo.InvariantCulture)
            : there.ToString("d MMMM yyyy, HH:mm", English);
    }

    /// <summary>For SVG attributes: a coordinate to 0.01, with a point.</summary>
    public static string Coordinate(decimal value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Fixed(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + digits : digits;
    }
}
