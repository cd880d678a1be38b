using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Overview;

/// <summary>A round in a few sentences: level and its change, the span between first and last, where most points are lost.</summary>
public static class OverviewSentence
{
    public static string Of(
        RoundSummaryRow now, RoundSummaryRow? before, IReadOnlyList<RankingRow> districts, IReadOnlyList<IndicatorSummaryRow> indicators, Text text)
    {
        if (now.MeanPoints is null)
            return text.Say("overview.lead.none", Format.Count(now.Evaluated));

        var sentences = new List<string> { Level(now, before, text) };
        var ranked = districts.Where(d => d.Rank is not null).OrderBy(d => d.Rank).ToList();
        if (ranked.Count > 1)
            sentences.Add(Span(ranked, text));

        if (indicators.Where(i => i.PointsLost is not null).MaxBy(i => i.PointsLost) is { } worst)
            sentences.Add(text.Say("overview.lead.lost", text.Inline(worst.LabelZh, worst.LabelEn), Format.Points(worst.PointsLost)));
        if (now.Evaluated > now.CompleteExpert)
            sentences.Add(text.Count("rankings.lead.incomplete", now.Evaluated - now.CompleteExpert));
        return string.Join(text["sentence.between"], sentences);
    }

    /// <summary>The change is said in points only within one framework.</summary>
    private static string Level(RoundSummaryRow now, RoundSummaryRow? before, Text text)
    {
        if (now.CompleteExpert == 1)
            return text.Say("overview.lead.one", Format.Points(now.MeanPoints));

        var change = before?.Framework == now.Framework ? now.MeanPoints - before.MeanPoints : null;
        return change is null or 0
            ? text.Say("overview.lead.level", Format.Points(now.MeanPoints), Format.Count(now.CompleteExpert))
            : text.Say(
                change > 0 ? "overview.lead.up" : "overview.lead.down", Format.Points(now.MeanPoints), Format.Count(now.CompleteExpert),
                text.Pick(before!.NameZh, before.NameEn), Format.Points(Math.Abs(change.Value)));
    }

    /// <summary>First and last, with all who share the place.</summary>
    private static string Span(List<RankingRow> ranked, Text text)
    {
        string Names(decimal? points) => text.Some([.. ranked.Where(d => d.Points == points).Select(d => text.Pick(d.NameZh, d.NameEn))]);
        var (first, last) = (ranked[0].Points, ranked[^1].Points);
        return first == last
            ? text.Say("overview.lead.equal", Format.Count(ranked.Count), Format.Points(first))
            : text.Say(ranked[1].Points == first ? "overview.lead.span.shared" : "overview.lead.span", Names(first), Names(last), Format.Points(first - last));
    }
}
