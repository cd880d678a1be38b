using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>The tables of a district's report.</summary>
internal static class DistrictTables
{
    /// <summary>The total, then each dimension, with the city's mean rate.</summary>
    public static WordTable Dimensions(DistrictFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var city = facts.City.Dimensions.ToLookup(d => d.Dimension);
        var total = facts.Profile.Dimensions.Count - 1;
        return new WordTable(
            [
                new(words["col.dimension"], 24), new(words["col.max"], 11, true), new(words["col.expert"], 14, true), new(words["col.rate"], 14, true),
                new(words["col.cityRate"], 16, true), new(words["col.rank"], 10, true), new(words["col.self"], 14, true), new(words["col.gap"], 15, true),
            ],
            [
                .. facts.Profile.Dimensions.OrderBy(d => d.Position == 0).ThenBy(d => d.Position).Select(d => new[]
                {
                    text.Pick(d.NameZh, d.NameEn), Format.MaxPoints(d.MaxPoints), Format.Points(d.Complete ? d.ExpertPoints : null), Format.Rate(d.ExpertRate),
                    Format.Rate(Means.Of(city[d.Dimension].Select(c => c.ExpertRate))), Format.Count(d.Rank), Format.Points(d.SelfRate is null ? null : d.SelfPoints),
                    Format.SignedPoints(d.GapPoints),
                }),
            ],
            new HashSet<int> { total });
    }

    /// <summary>The indicators named for a gap; null when none is.</summary>
    public static WordTable? Gaps(DistrictFacts facts, RuleBook book, Text text)
    {
        var words = new ReportWords(text);
        var rows = ProblemRules.Over(facts, book).Concat(ProblemRules.Under(facts, book).OrderByDescending(r => r.GapRate)).ToList();
        return rows.Count == 0 ? null : new WordTable(
            [
                new(words["col.indicator"], 46), new(words["col.max"], 12, true), new(words["col.self"], 14, true), new(words["col.expert"], 14, true),
                new(words["col.gap"], 16, true), new(words["col.gapRate"], 18, true),
            ],
            [
                .. rows.Select(r => new[]
                {
                    Name(r, text), Format.MaxPoints(r.MaxPoints), Format.Points(r.SelfPoints), Format.Points(r.ExpertPoints), Format.SignedPoints(r.GapPoints), Format.SignedRate(r.GapRate),
                }),
            ]);
    }

    /// <summary>The district's own rounds.</summary>
    public static WordTable History(DistrictFacts facts, Text text)
    {
        var words = new ReportWords(text);
        return new WordTable(
            [
                new(words["col.round"], 28), new(words["col.expert"], 16, true), new(words["col.max"], 12, true), new(words["col.rate"], 14, true),
                new(words["col.rankOf"], 16, true), new(words["col.self"], 16, true), new(words["col.gap"], 16, true),
            ],
            [
                .. facts.Profile.History.Select(h => new[]
                {
                    text.Pick(h.NameZh, h.NameEn), Format.Points(h.Complete ? h.Points : null), Format.MaxPoints(h.MaxPoints), Format.Rate(h.Rate),
                    h.Rank is null ? Format.Missing : $"{Format.Count(h.Rank)}/{Format.Count(h.Ranked)}", Format.Points(h.SelfPoints), Format.SignedPoints(h.GapPoints),
                }),
            ]);
    }

    /// <summary>Every indicator of the framework.</summary>
    public static WordTable Indicators(DistrictFacts facts, Text text)
    {
        var words = new ReportWords(text);
        var found = facts.Profile.Indicators.ToDictionary(i => i.Result.Indicator);
        return new WordTable(
            [
                new(words["col.indicator"], 48), new(words["col.max"], 10, true), new(words["col.self"], 12, true), new(words["col.expert"], 13, true), new(words["col.rate"], 14, true),
                new(words["col.median"], 14, true), new(words["col.rank"], 10, true), new(words["col.gapRate"], 14, true), new(words["col.change"], 14, true),
            ],
            [
                .. facts.City.Indicators.Select(i => found.GetValueOrDefault(i.Code) is { Result: var r } own
                    ? new[]
                    {
                        Name(r, text), Format.MaxPoints(r.MaxPoints), Format.Points(r.SelfPoints), Format.Points(r.ExpertPoints), Format.Rate(r.ExpertRate), Format.Rate(own.MedianRate),
                        Format.Count(r.Rank), Format.SignedRate(r.GapRate), Format.SignedRate(r.ChangeRate),
                    }
                    : [$"{text.Pick(i.NumberZh, i.Code)} {text.Pick(i.LabelZh, i.LabelEn)}", Format.MaxPoints(i.MaxPoints), .. Enumerable.Repeat(Format.Missing, 7)]),
            ],
            Dense: true);
    }

    private static string Name(IndicatorResultRow row, Text text) => text.Pick($"{row.NumberZh} {row.LabelZh}", $"{row.Indicator} {row.LabelEn}");
}
