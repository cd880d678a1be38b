using System.Globalization;
using System.Text.Json;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>Takes statistics apart into the columns of a mart, and keeps a row of rpt_withheld for each that is not given.</summary>
internal sealed class Reasons(string round, string mart)
{
    /// <summary>Digits kept of a statistic: more than anyone reads, fewer than the last ones, in which machines may differ.</summary>
    private const string Digits = "G12";

    private readonly List<object?[]> rows = [];
    private readonly HashSet<(string, string, string)> noted = [];

    /// <summary>Rows of rpt_withheld.</summary>
    public IReadOnlyList<object?[]> Rows => rows;

    public static double Significant(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The estimate, or null with a reason.</summary>
    /// <param name="code">Indicator, dimension, expert or total; empty for a district as a whole.</param>
    public double? Value(string column, string code, Statistic<Estimate> statistic, string district = "") =>
        statistic.IsGiven ? Significant(statistic.Value.Value) : Note<double>(column, code, statistic.Withheld, district);

    /// <summary>Estimate and interval: values of three columns, <paramref name="column"/>, column_low and column_high.</summary>
    public IEnumerable<object?> WithInterval(string column, string code, Statistic<Estimate> statistic)
    {
        var interval = statistic.IsGiven ? statistic.Value.Interval : null;
        var reason = statistic.IsGiven ? statistic.Value.IntervalWithheld ?? Withheld.OutOfNumericRange() : statistic.Withheld;
        yield return Value(column, code, statistic);
        yield return interval is null ? Note<double>(column + "_low", code, reason) : Significant(interval.Low);
        yield return interval is null ? Note<double>(column + "_high", code, reason) : Significant(interval.High);
    }

    /// <summary>Three columns of one field of a statistic that is a record.</summary>
    public IEnumerable<object?> WithInterval<T>(string column, string code, Statistic<T> statistic, Func<T, Estimate> field) where T : class =>
        WithInterval(column, code, statistic.Then<Estimate>(given => field(given)));

    /// <summary>One column of a field of a statistic that is a record.</summary>
    public double? Value<T>(string column, string code, Statistic<T> statistic, Func<T, double> field, string district = "") where T : class =>
        statistic.IsGiven ? Significant(field(statistic.Value)) : Note<double>(column, code, statistic.Withheld, district);

    /// <summary>Keeps the reason and gives the null that stands in the column.</summary>
    public T? Note<T>(string column, string code, Withheld withheld, string district = "") where T : struct
    {
        if (noted.Add((column, district, code)))
            rows.Add([round, mart, column, district, code, JsonNamingPolicy.CamelCase.ConvertName(withheld.Reason.ToString()), withheld.Zh, withheld.En]);
        return null;
    }
}
