using Dapper;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>Rank intervals of each round by expert score, for the total and within each dimension.</summary>
public static class RankIntervalMart
{
    /// <summary>The same for all rounds; seed and draws are written beside every interval, so that anyone can draw the same again.</summary>
    public static readonly RankIntervalSettings Settings = new(Seed: 2023);

    private const string Total = "total";

    public static IEnumerable<object?[]> Rows(MartInput input) => input.Rounds.SelectMany(round => Rows(input, round));

    private static List<object?[]> Rows(MartInput input, string round)
    {
        var framework = input.Catalog.Round(round)!.Framework;
        var indicators = input.Catalog.IndicatorsOf(framework).ToList();
        var official = input.Connection.Query<Cell>(
            "select district, '' as expert, indicator, expert_points as points from rpt_indicator_result where round = $round and expert_points is not null",
            new { round }).ToLookup(cell => cell.District);
        var panel = input.Connection.Query<Cell>(
            "select district, expert, indicator, points from fct_score where round = $round and rater = 'expert' and expert <> ''",
            new { round }).ToLookup(cell => cell.District);
        var scopes = input.Catalog.Dimensions.Where(d => d.Framework == framework).OrderBy(d => d.Position).Select(d => d.Code).Prepend(Total);

        return [.. scopes.SelectMany(scope => Rows(round, scope, [.. indicators.Where(i => scope == Total || i.Dimension == scope)], official, panel))];
    }

    private static IEnumerable<object?[]> Rows(
        string round, string scope, List<Indicator> indicators, ILookup<string, Cell> official, ILookup<string, Cell> panel)
    {
        var table = new ScoreTable(
            [.. indicators.Select(i => new ScoredIndicator(i.Code, i.Dimension, i.MaxPoints))],
            [
                .. official.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new DistrictScores(
                    d.Key, InOrder(d, indicators),
                    [
                        .. panel[d.Key].GroupBy(cell => cell.Expert).OrderBy(e => e.Key, StringComparer.Ordinal)
                            .Select(e => new ExpertScores(e.Key, InOrder(e, indicators))),
                    ])),
            ]);
        return
            from found in RankIntervals.Of(table, Settings).Districts
            where found.Interval.IsGiven
            let interval = found.Interval.Required
            select new object?[]
            {
                round, found.District, scope, (int)interval.Rank.Low, (int)interval.Rank.High, interval.TopThree, interval.Experts, Settings.Draws, Settings.Seed,
            };
    }

    private static List<decimal?> InOrder(IEnumerable<Cell> cells, List<Indicator> indicators)
    {
        var points = cells.ToDictionary(cell => cell.Indicator, cell => cell.Points);
        return [.. indicators.Select(i => points.TryGetValue(i.Code, out var p) ? p : (decimal?)null)];
    }

    private sealed record Cell(string District, string Expert, string Indicator, decimal Points);
}
