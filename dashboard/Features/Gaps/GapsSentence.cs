using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Gaps;

/// <summary>What self and expert scores say against each other, in a sentence or two.</summary>
public static class GapsSentence
{
    /// <summary>How much the districts' own totals differ from the panel's on average, who differs most and who least; how many scored
    /// themselves below the panel, when any did.</summary>
    public static string Of(IReadOnlyList<GapRow> rows, Text text)
    {
        var known = rows.Where(r => r.GapPoints is not null).ToList();
        if (known.Count == 0)
            return text["gaps.lead.none"];

        var mean = known.Average(r => r.GapPoints!.Value);
        var most = known.MaxBy(r => r.GapPoints)!;
        var least = known.MinBy(r => Math.Abs(r.GapPoints!.Value))!;
        var average = text.Say(mean >= 0 ? "gaps.lead.higher" : "gaps.lead.lower", Format.Points(Math.Abs(mean)), Format.Count(known.Count));
        var ends = known.Count == 1
            ? null
            : text.Say(
                "gaps.lead.ends", text.Pick(most.NameZh, most.NameEn), Format.SignedPoints(most.GapPoints),
                text.Pick(least.NameZh, least.NameEn), Format.SignedPoints(least.GapPoints));
        var below = known.Count(r => r.GapPoints < 0);
        return string.Join(text["sentence.between"], new[] { average, ends, below == 0 ? null : text.Count("gaps.lead.below", below) }.OfType<string>());
    }
}
