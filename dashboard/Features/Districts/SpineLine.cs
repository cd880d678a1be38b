using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>One indicator of a district: the drawing, its history and whom to learn from.</summary>
/// <param name="History">Rates by round, oldest first; null where there is none.</param>
/// <param name="Best">Whether the district itself has the highest score among its peers.</param>
/// <param name="LearnFrom">Others with the highest score; none when the district has the highest.</param>
public sealed record SpineLine(ProfileIndicator Indicator, SpineRow Row, IReadOnlyList<decimal?> History, bool Best, IReadOnlyList<string> LearnFrom)
{
    public static SpineLine Of(ProfileIndicator indicator, string district, IReadOnlyList<Round> rounds)
    {
        var result = indicator.Result;
        var byRound = indicator.History.ToDictionary(h => h.Round, h => h.Rate);
        var best = indicator.BestDistricts.Contains(district);
        return new SpineLine(
            indicator,
            new SpineRow(
                new Named(result.Indicator, result.LabelZh, result.LabelEn, result.NumberZh),
                indicator.MinRate, indicator.Q1Rate, indicator.MedianRate, indicator.Q3Rate, indicator.MaxRate, result.ExpertRate, QuarterOf(indicator)),
            [.. rounds.Select(r => byRound.GetValueOrDefault(r.Code))],
            best, best ? [] : indicator.BestDistricts);
    }

    /// <summary>At or beyond the upper quartile is the best quarter, at or below the lower one the last. Where the quartiles are equal, or with
    /// fewer than four peers, nobody stands out unless beyond them.</summary>
    public static Quarter QuarterOf(ProfileIndicator indicator)
    {
        if (indicator.Result.ExpertRate is not { } own || indicator is not { Q1Rate: { } low, Q3Rate: { } high } || indicator.N < 4)
            return Quarter.Middle;

        return low == high
            ? own > high ? Quarter.Best : own < low ? Quarter.Last : Quarter.Middle
            : own >= high ? Quarter.Best : own <= low ? Quarter.Last : Quarter.Middle;
    }
}
