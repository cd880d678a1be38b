using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>Where a district loses its points and how far the next rank is.</summary>
public static class DistrictSentence
{
    private const int Named = 3;

    public static string Of(DistrictProfile profile, IReadOnlyList<string> next, Text text)
    {
        var lost = profile.Indicators.Where(i => i.Result.PointsLost > 0).OrderByDescending(i => i.Result.PointsLost).Take(Named).ToList();
        var sentences = new List<string>();
        if (lost.Count > 0)
        {
            sentences.Add(text.Count(
                "district.lead.lost", lost.Count, text.List([.. lost.Select(i => text.Inline(i.Result.LabelZh, i.Result.LabelEn))]),
                Format.Points(lost.Sum(i => i.Result.PointsLost!.Value))));
        }

        if (!profile.Ranking.Complete)
        {
            sentences.Add(text.Say(
                "district.lead.incomplete", Format.Count(profile.Ranking.IndicatorsScored), Format.Count(profile.Ranking.IndicatorsExpected)));
        }
        else if (profile.Next is { } up)
        {
            sentences.Add(text.Say("district.lead.next", Format.Count(up.Rank), text.List(next), Format.Points(up.Points)));
        }
        else
        {
            sentences.Add(text[profile.Ranking.Ranked == 1 ? "district.lead.only" : profile.Ranking.Tied ? "district.lead.first.tied" : "district.lead.first"]);
        }

        return string.Join(text["sentence.between"], sentences);
    }
}
