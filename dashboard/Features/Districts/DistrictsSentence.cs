using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>Which zones stand highest and lowest, and how far a zone's districts lie apart.</summary>
public static class DistrictsSentence
{
    /// <summary>Compares zones of two districts or more: a mean of one is that district.</summary>
    public static string Of(IReadOnlyList<ZoneGroup> zones, Text text)
    {
        var groups = zones.Where(z => z.Mean is not null && z.Districts.Count(d => d.Ranking?.Rate is not null) > 1).OrderByDescending(z => z.Mean).ToList();
        if (groups.Count < 2)
            return text["districts.lead.few"];

        var widest = groups.MaxBy(Span)!;
        return text.Say("districts.lead.zones", Name(groups[0], text), Format.Rate(groups[0].Mean), Name(groups[^1], text), Format.Rate(groups[^1].Mean))
            + text["sentence.between"] + text.Say("districts.lead.widest", Name(widest, text), Format.Number(Span(widest) * 100, 1));
    }

    private static decimal Span(ZoneGroup zone)
    {
        var rates = zone.Districts.Select(d => d.Ranking?.Rate).OfType<decimal>().ToList();
        return rates.Max() - rates.Min();
    }

    private static string Name(ZoneGroup zone, Text text) => text.Pick(zone.NameZh, zone.NameEn);
}
