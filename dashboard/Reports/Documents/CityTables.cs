using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Indicators;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>The tables of the summary.</summary>
internal static class CityTables
{
    private const int WeakShown = 8;

    public static WordTable Ranking(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        return new WordTable(
            [
                new(words["col.rank"], 10, true), new(words["col.district"], 22), new(words["col.total"], 14, true), new(words["col.rate"], 14, true),
                new(words["col.interval"], 16, true), new(words["col.rankChange"], 14, true), new(words["col.self"], 14, true), new(words["col.gap"], 14, true),
            ],
            [
                .. facts.Ranking.Select(r => new[]
                {
                    Format.Count(r.Rank), text.Pick(r.NameZh, r.NameEn), r.Complete ? Format.Points(r.Points) : words.Say("incomplete", Format.Count(r.IndicatorsScored), Format.Count(r.IndicatorsExpected)),
                    Format.Rate(r.Rate), r is { RankLow: { } low, RankHigh: { } high } ? Format.Range(low, high) : Format.Missing,
                    Format.Difference(r.RankChange, 0), Format.Points(r.SelfPoints), Format.SignedPoints(r.GapPoints),
                }),
            ]);
    }

    /// <summary>Each dimension over the city; the total last.</summary>
    public static WordTable Dimensions(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var rows = facts.Dimensions.GroupBy(d => (d.Position, d.Dimension)).OrderBy(g => g.Key.Position == 0).ThenBy(g => g.Key.Position).ToList();
        return new WordTable(
            [
                new(words["col.dimension"], 30), new(words["col.max"], 12, true), new(words["col.meanRate"], 16, true), new(words["col.lowest"], 14, true),
                new(words["col.highest"], 14, true), new(words["col.selfRate"], 16, true), new(words["col.gapRate"], 18, true),
            ],
            [
                .. rows.Select(g => new[]
                {
                    text.Pick(g.First().NameZh, g.First().NameEn), Format.MaxPoints(g.First().MaxPoints), Format.Rate(Means.Of(g.Select(d => d.ExpertRate))),
                    Format.Rate(g.Min(d => d.ExpertRate)), Format.Rate(g.Max(d => d.ExpertRate)), Format.Rate(Means.Of(g.Select(d => d.SelfRate))), Format.SignedRate(Means.Of(g.Select(d => d.GapRate))),
                }),
            ],
            new HashSet<int> { rows.Count - 1 });
    }

    public static WordTable Weak(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        return new WordTable(
            [
                new(words["col.indicator"], 44), new(words["col.max"], 11, true), new(words["col.meanRate"], 15, true), new(words["col.lost"], 15, true),
                new(words["col.lostShare"], 15, true), new(words["col.cumulative"], 15, true),
            ],
            [
                .. WeakIndicators.Of(facts.Summaries).Take(WeakShown).Select(w => new[]
                {
                    text.Pick($"{w.Row.NumberZh} {w.Row.LabelZh}", $"{w.Row.Indicator} {w.Row.LabelEn}"), Format.MaxPoints(w.Row.MaxPoints), Format.Rate(w.Row.MeanRate), Format.Points(w.Row.PointsLost),
                    Format.Rate(w.Row.PointsLostShare), Format.Rate(w.Cumulative),
                }),
            ]);
    }

    /// <summary>Every indicator of the framework.</summary>
    public static WordTable Indicators(RoundFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var found = facts.Summaries.ToDictionary(s => s.Indicator);
        return new WordTable(
            [
                new(words["col.indicator"], 44), new(words["col.max"], 10, true), new(words["col.n"], 8, true), new(words["col.meanRate"], 14, true), new(words["col.lowest"], 16, true),
                new(words["col.highest"], 17, true), new(words["col.lost"], 12, true), new(words["col.gapRate"], 14, true), new(words["col.change"], 14, true),
            ],
            [
                .. facts.Indicators.Select(i => (Indicator: i, Row: found.GetValueOrDefault(i.Code))).Select(i => new[]
                {
                    text.Pick($"{i.Indicator.NumberZh} {i.Indicator.LabelZh}", $"{i.Indicator.Code} {i.Indicator.LabelEn}"), Format.MaxPoints(i.Indicator.MaxPoints), Format.Count(i.Row?.N ?? 0),
                    Format.Rate(i.Row?.MeanRate), Format.Rate(i.Row?.MinRate), Format.Rate(i.Row?.MaxRate), Format.Points(i.Row?.PointsLost), Format.SignedRate(i.Row?.GapRate), Format.SignedRate(i.Row?.ChangeRate),
                }),
            ],
            Dense: true);
    }
}
