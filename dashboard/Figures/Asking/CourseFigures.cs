using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>From the questions over all rounds to their figures.</summary>
internal static class CourseFigures
{
    public static Figure Ranks(Asked asked, FigureContext context)
    {
        var rounds = Rounds(asked).Where(r => asked["by"] == "total" || HasDimension(asked, r)).ToList();
        var ranks = rounds.Select(r => Rankings.Ask(asked.Snapshot, r.Code, asked["by"]!, asked.Rater).Rows.ToDictionary(row => row.District, row => row.Rank)).ToList();
        return BumpFigure.Of(
            new(
                [.. rounds.Select(r => r.Named())],
                [.. asked.Catalog.Districts.Select(d => new BumpLine(d.Named(), [.. ranks.Select(r => r.GetValueOrDefault(d.Code))]))],
                FigureParameters.Picked(asked)),
            context);
    }

    public static Figure Trend(Asked asked, FigureContext context)
    {
        var rounds = Rounds(asked);
        var city = Series(asked, null).GroupBy(r => r.District).SelectMany(g => g).ToDictionary(r => r.Round);
        var districts = Series(asked, "*").GroupBy(r => r.District).ToList();
        var front = asked["district"] is { } own ? districts.Where(d => d.Key == own) : [];
        var back = districts.Where(d => d.Key != asked["district"]);
        return TrendFigure.Of(
            new(
                Subjects.Of(asked),
                [
                    .. rounds.Select(r => city.GetValueOrDefault(r.Code) is { Comparable: false } row
                        ? new TrendRound(r.Named(), false, context.Language == FigureLanguage.Zh ? row.ReasonZh : row.ReasonEn)
                        : new TrendRound(r.Named())),
                ],
                [
                    .. front.Select(d => Line(asked, rounds, d, back: false)),
                    new TrendLine(CityMean(), RowKind.City, [.. rounds.Select(r => city.GetValueOrDefault(r.Code)?.Rate)]),
                    .. back.Select(d => Line(asked, rounds, d, back: true)),
                ]),
            context);
    }

    /// <summary>The last two rounds; districts that cannot be compared across them are left out.</summary>
    public static Figure Slope(Asked asked, FigureContext context)
    {
        var rounds = Rounds(asked);
        if (rounds.Count < 2) return SlopeFigure.Of(new(rounds.Count == 0 ? Subjects.Of(asked) : rounds[0].Named(), rounds.Count == 0 ? Subjects.Of(asked) : rounds[0].Named(), [], []), context);
        var (from, to) = (rounds[^2].Code, rounds[^1].Code);
        var lines = Series(asked, "*").GroupBy(r => r.District).Select(d =>
        {
            var after = d.FirstOrDefault(r => r.Round == to);
            return new SlopeLine(asked.Catalog.District(d.Key)!.Named(), d.FirstOrDefault(r => r.Round == from)?.Rate, after is { Comparable: true } ? after.Rate : null);
        });
        return SlopeFigure.Of(new(rounds[^2].Named(), rounds[^1].Named(), [.. lines], asked["district"] is { } own ? [own] : []), context);
    }

    private static TrendLine Line(Asked asked, List<Round> rounds, IGrouping<string, TrendRow> district, bool back)
    {
        var rates = district.ToDictionary(r => r.Round, r => r.Rate);
        return new(asked.Catalog.District(district.Key)!.Named(), RowKind.District, [.. rounds.Select(r => rates.GetValueOrDefault(r.Code))], back);
    }

    private static IReadOnlyList<TrendRow> Series(Asked asked, string? district) => Trends.Ask(
        asked.Snapshot, district, asked["indicator"], asked["indicator"] is not null || asked["by"] == "total" ? null : asked["by"], asked.Rater).Rows;

    private static Named CityMean() => new("", FigureWords.Get(FigureLanguage.Zh, "CityMean"), FigureWords.Get(FigureLanguage.En, "CityMean"));

    private static List<Round> Rounds(Asked asked) =>
        [.. asked.Catalog.Rounds.Where(r => asked.Snapshot.Info.Rounds.Contains(r.Code)).OrderBy(r => r.Date).ThenBy(r => r.Code, StringComparer.Ordinal)];

    private static bool HasDimension(Asked asked, Round round) => asked.Catalog.Dimensions.Any(d => d.Framework == round.Framework && d.Code == asked["by"]);
}
