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
        var byRound = indicator.History.ToDictionary(h => h.Round, h => h.Rate);
        var best = indicator.BestDistricts.Contains(district);
        return new SpineLine(
            indicator,
            SpineRow.Of(indicator),
            [.. rounds.Select(r => byRound.GetValueOrDefault(r.Code))],
            best, best ? [] : indicator.BestDistricts);
    }
}
