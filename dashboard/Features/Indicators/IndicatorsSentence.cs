using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>What the table of indicators says in a sentence or two.</summary>
public static class IndicatorsSentence
{
    private const int Named = 3;

    /// <summary>The three indicators that lose most points and their share of all points lost; then the one with the lowest rate, when it is
    /// another one.</summary>
    public static string Of(IReadOnlyList<WeakIndicator> weak, Text text)
    {
        if (weak.Count == 0)
            return text["indicators.lead.none"];

        var most = weak.Take(Named).ToList();
        var sentence = text.Say(
            "indicators.lead", text.List([.. most.Select(w => text.Inline(w.Row.LabelZh, w.Row.LabelEn))]), Format.Rate(most[^1].Cumulative), Format.Count(most.Count));
        var lowest = weak.Where(w => w.Row.MeanRate is not null).MinBy(w => w.Row.MeanRate);
        return lowest is null || most.Contains(lowest)
            ? sentence
            : sentence + text["sentence.between"]
                + text.Say("indicators.lead.lowest", text.Inline(lowest.Row.LabelZh, lowest.Row.LabelEn), Format.Rate(lowest.Row.MeanRate));
    }
}
