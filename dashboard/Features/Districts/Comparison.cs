using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>A district beside up to three others: with=code in the address, once for each.</summary>
/// <param name="Picked">Codes of the others in view, those without a score in the round among them.</param>
/// <param name="Districts">The district itself first, then the others that were evaluated.</param>
/// <param name="Absent">Those that were not.</param>
/// <param name="LeftOut">How many of those asked for are more than can be shown.</param>
/// <param name="Lines">The total, then the indicators; one rate for each of <paramref name="Districts"/>.</param>
/// <param name="Figure">Null while nobody is compared with.</param>
/// <param name="Says">One sentence for each of the others.</param>
public sealed record Comparison(
    IReadOnlyList<string> Picked, IReadOnlyList<District> Districts, IReadOnlyList<District> Absent, int LeftOut,
    IReadOnlyList<ComparedLine> Lines, Figure? Figure, IReadOnlyList<string> Says)
{
    public const string Parameter = "with";
    public const int Most = CompareFigure.MostDistricts - 1;

    public static Comparison Read(PageReading reading, DistrictProfile profile, District own)
    {
        var asked = Picks.Others(reading, Parameter, own.Code);
        var others = asked.Take(Most).Select(d => new Compared(d, Rankings(reading, d.Code), IndicatorResults.Ask(reading.Snapshot, reading.Round.Code, d.Code).Rows)).ToList();
        List<Compared> present = [new(own, profile.Ranking, [.. profile.Indicators.Select(i => i.Result)]), .. others.Where(o => o.Ranking is not null)];
        var codes = asked.Take(Most).Select(d => d.Code).ToList();
        var lines = present.Count == 1 ? [] : Side(present, profile.Dimensions[0]).ToList();
        return new Comparison(
            codes, [.. present.Select(p => p.District)], [.. others.Where(o => o.Ranking is null).Select(o => o.District)],
            Math.Max(0, asked.Count - Most), lines,
            present.Count == 1 ? null : CompareFigure.Of(
                RoundFigures.Side([.. present.Select(p => (p.District.Named(), p.Rows))]),
                FigureContexts.Of(reading, reading.Round, null, ("round", reading.Round.Code), ("district", own.Code), (Parameter, string.Join(',', codes)))),
            [.. present.Skip(1).Select((other, i) => Say(present[0], other, lines, i + 1, reading.Text))]);
    }

    private static RankingRow? Rankings(PageReading reading, string district) =>
        Warehouse.Questions.Rankings.Ask(reading.Snapshot, reading.Round.Code).Rows.FirstOrDefault(r => r.District == district);

    private static IEnumerable<ComparedLine> Side(List<Compared> districts, DimensionResultRow total)
    {
        yield return new(null, total.NameZh, total.NameEn, total.NameZh, total.MaxPoints, [.. districts.Select(d => d.Ranking!.Rate)]);
        foreach (var row in districts[0].Rows)
        {
            yield return new(
                row.Indicator, row.LabelZh, row.LabelEn, row.NumberZh, row.MaxPoints,
                [.. districts.Select(d => d.Rows.FirstOrDefault(r => r.Indicator == row.Indicator)?.ExpertRate)]);
        }
    }

    /// <summary>The difference of the totals, then where the district is furthest ahead and furthest behind.</summary>
    private static string Say(Compared own, Compared other, List<ComparedLine> lines, int at, Text text)
    {
        var name = text.Pick(other.District.NameZh, other.District.NameEn);
        var sentences = new List<string>();
        if (own.Ranking is { Complete: true, Points: { } points } && other.Ranking is { Complete: true, Points: { } theirs })
        {
            sentences.Add(points == theirs
                ? text.Say("compare.level", name)
                : text.Say(points > theirs ? "compare.above" : "compare.below", name, Format.Points(Math.Abs(points - theirs))));
        }
        else
        {
            sentences.Add(text.Say("compare.incomplete", name));
        }

        var differences = lines.Where(l => l.Indicator is not null).Select(l => (Line: l, Difference: l.Difference(at))).Where(l => l.Difference is not null).ToList();
        foreach (var (key, ahead) in new[] { ("compare.ahead", true), ("compare.behind", false) })
        {
            var most = ahead ? differences.MaxBy(d => d.Difference) : differences.MinBy(d => d.Difference);
            if (ahead ? most.Difference > 0 : most.Difference < 0)
                sentences.Add(text.Say(key, text.Inline(most.Line.LabelZh, most.Line.LabelEn), Format.Number(Math.Abs(most.Difference!.Value) * 100, 1)));
        }

        return string.Join(text["sentence.between"], sentences);
    }

    private sealed record Compared(District District, RankingRow? Ranking, IReadOnlyList<IndicatorResultRow> Rows);
}

/// <summary>The total or one indicator of the districts compared.</summary>
/// <param name="Indicator">Null for the total.</param>
/// <param name="Rates">0 to 1; null where not scored, or incomplete in total.</param>
public sealed record ComparedLine(string? Indicator, string LabelZh, string LabelEn, string NumberZh, decimal MaxPoints, IReadOnlyList<decimal?> Rates)
{
    /// <summary>The district's rate − that of the one at <paramref name="other"/>.</summary>
    public decimal? Difference(int other) => Rates[0] - Rates[other];
}
