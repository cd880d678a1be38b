using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Dashboard.Features.Gaps;

/// <summary>Agreement of self and expert total rates, 0 to 1, over the districts that are complete in both; each statistic is given or says why not.</summary>
public sealed record AgreementNumbers(Statistic<Estimate> Bias, Statistic<Estimate> LimitLow, Statistic<Estimate> LimitHigh, Statistic<Concordance> Concordance)
{
    public static AgreementNumbers Of(IReadOnlyList<GapRow> districts)
    {
        var complete = districts.Where(d => d.Complete).ToList();
        double?[] self = [.. complete.Select(d => (double?)d.SelfRate)];
        double?[] expert = [.. complete.Select(d => (double?)d.ExpertRate)];
        var limits = BlandAltman.Of(self, expert);
        return new AgreementNumbers(limits.Bias, limits.LowerLimit, limits.UpperLimit, ConcordanceCorrelation.Of(self, expert));
    }
}
