using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>Where one series goes, over its latest stretch of comparable rounds.</summary>
/// <param name="N">Rounds of the stretch with a rate.</param>
/// <param name="FromRound">First of them, and the last after it; null without any.</param>
/// <param name="Breaks">Breaks of the series before the stretch: what lies before them is not in these figures.</param>
/// <param name="Slope">Theil–Sen, change of the rate per year; interval from 6 rounds on.</param>
/// <param name="S">Mann–Kendall: rising pairs − falling pairs.</param>
/// <param name="P">Two-sided, exact; null when not tested.</param>
/// <param name="MinimumP">The least p that this number of rounds could reach.</param>
/// <param name="Tested">Whether there are rounds enough (5) for a test to have a meaning.</param>
/// <param name="Change">Of the rate from the first to the last round of the stretch.</param>
public sealed record TrendSummary(
    int N, string? FromRound, string? ToRound, int Breaks, double? Slope, double? SlopeLow, double? SlopeHigh,
    int? S, double? Tau, double? P, double? MinimumP, bool Tested, decimal? Change);

/// <summary>Does a series rise or fall? Computed on request from the rows of <see cref="Trends"/>, so it is true of any choice made there.</summary>
public static class TrendSummaries
{
    /// <param name="series">The rows of one district, or of the city's mean, by round.</param>
    public static (TrendSummary Summary, IReadOnlyList<WithheldRow> Withheld) Of(IReadOnlyList<TrendRow> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var start = series.ToList().FindLastIndex(r => !r.Comparable);
        var stretch = series.Skip(Math.Max(0, start)).Where(r => r.Rate is not null).ToList();
        decimal?[] rates = [.. stretch.Select(r => r.Rate)];
        var withheld = new List<WithheldRow>();
        var slope = TheilSen.Slope(Times(stretch), [.. rates.Select(r => (double?)r)]);
        var test = MannKendall.Of(rates);
        var interval = slope.Value?.Interval;
        double? Note(string statistic, Withheld reason)
        {
            withheld.Add(WithheldRow.Of(statistic, reason, series.Count == 0 ? "total" : series[0].Code));
            return null;
        }
        if (interval is null)
        {
            var reason = slope.IsGiven ? slope.Value.IntervalWithheld ?? Withheld.OutOfNumericRange() : slope.Withheld;
            Note("slopeLow", reason);
            Note("slopeHigh", reason);
        }
        return (new(
            stretch.Count, stretch.FirstOrDefault()?.Round, stretch.LastOrDefault()?.Round, series.Count(r => !r.Comparable),
            slope.IsGiven ? Reasons.Significant(slope.Value.Value) : Note("slope", slope.Withheld), Rounded(interval?.Low), Rounded(interval?.High),
            test.IsGiven ? test.Value.S : (int?)Note("s", test.Withheld),
            test.Then(t => t.Tau) is { } tau && tau.IsGiven ? Reasons.Significant(tau.Value.Value) : Note("tau", test.Then(t => t.Tau).Withheld!),
            test.IsGiven && test.Value.Tested ? Reasons.Significant(test.Value.TwoSidedP.Value) : Note("p", test.Value?.NotTested ?? test.Withheld!),
            test.IsGiven ? Reasons.Significant(test.Value.LeastP) : Note("minimumP", test.Withheld),
            test.Value?.Tested ?? false,
            stretch.Count < 2 ? null : stretch[^1].Rate - stretch[0].Rate), withheld);
    }

    /// <summary>Why many series at once have no summary.</summary>
    public static WithheldRow OfMany() => WithheldRow.Of("summary", Withheld.InvalidChoice("一次请求了多个区的序列，请逐区请求", "Many series were asked for; ask for one district"));

    private static double? Rounded(double? value) => value is { } number ? Reasons.Significant(number) : null;

    /// <summary>Years, with months and days as parts, so that two rounds on one day of two years are whole years apart; where two rounds
    /// share a date, one year a round.</summary>
    private static double[] Times(List<TrendRow> rows)
    {
        double[] years = [.. rows.Select(r => r.Date.Year + (r.Date.Month - 1 + (r.Date.Day - 1.0) / DateTime.DaysInMonth(r.Date.Year, r.Date.Month)) / 12)];
        return years.Distinct().Count() == years.Length ? years : [.. Enumerable.Range(0, rows.Count).Select(n => (double)n)];
    }
}
