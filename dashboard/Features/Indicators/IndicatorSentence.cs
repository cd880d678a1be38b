using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>How the city does on one indicator: level, best and weakest, and whether many districts sit at the maximum.</summary>
public static class IndicatorSentence
{
    /// <summary>Share at the maximum from which an indicator no longer tells districts apart.</summary>
    public const decimal Ceiling = 0.15m;

    public static string Of(IndicatorSummaryRow? summary, IReadOnlyList<IndicatorResultRow> results, Text text)
    {
        var scored = results.Where(r => r.ExpertRate is not null).ToList();
        if (summary?.MeanRate is null || scored.Count == 0)
            return text["indicator.lead.none"];

        var sentences = new List<string> { text.Say("indicator.lead.level", Format.Rate(summary.MeanRate), Format.Rate(summary.PointsLostShare)) };
        var (high, low) = (scored.Max(r => r.ExpertRate), scored.Min(r => r.ExpertRate));
        if (high > low)
        {
            sentences.Add(text.Say(
                "indicator.lead.ends", Names(scored.Where(r => r.ExpertRate == high), text), Format.Rate(high),
                Names(scored.Where(r => r.ExpertRate == low), text), Format.Rate(low)));
        }

        if (summary.CeilingShare >= Ceiling)
            sentences.Add(text.Say("indicator.lead.ceiling", Format.Count(scored.Count(r => r.ExpertPoints == r.MaxPoints)), Format.Count(scored.Count)));
        return string.Join(text["sentence.between"], sentences);
    }

    private static string Names(IEnumerable<IndicatorResultRow> rows, Text text) => text.Some([.. rows.Select(r => text.Pick(r.DistrictZh, r.DistrictEn))]);
}
