using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Rows of questions with only what a rule looks at.</summary>
internal static class Rows
{
    public static RankingRow Ranking(
        string name, int? rank, decimal? points, int? low = null, int? high = null, bool tied = false, int? change = null, decimal? gap = null) => new(
        name, name + "区", name, name, "Z", "一区", "Zone", rank, points, 100, points / 100, rank is not null, rank is null ? 3 : 4, 4,
        change is null ? null : "2025", rank + change, null, null, change, tied, points + gap, points, gap, low, high, null, 4, null, null);

    public static GapRow Gap(string name, decimal? gap) => new(
        name, name + "区", name, name, "Z", "一区", "Zone", gap is null ? null : 80 + gap, 80, 100, gap is null ? null : (80 + gap) / 100, 0.8m,
        gap, gap / 100, gap is not null);

    public static IndicatorSummaryRow Summary(
        string code, decimal? lost, decimal? share = null, decimal? rate = null, decimal? ceiling = null, int n = 4) => new(
        "2026", code, "F", "一", "One", code, code + "称", code + " label", 5, n, 5 - lost, rate, null, rate, null, null, null, lost, share, ceiling, null, null,
        null, null, null, null, null);

    public static IndicatorResultRow Result(
        string district, string indicator, decimal? points, decimal max = 5, decimal? change = null, decimal? self = null) => new(
        "2026", district, district + "区", district, indicator, "F", indicator, indicator + "称", indicator + " label", max, self, points, null, 0,
        self / max, points / max, self - points, (self - points) / max, max - points, null, null, null, null, change, null, null);

    public static TrendRow Trend(string round, decimal? rate, int n = 4, decimal? change = null, bool comparable = true) => new(
        round, round + "轮", "round " + round, new DateOnly(int.Parse(round, System.Globalization.CultureInfo.InvariantCulture), 11, 1), "K", "", "全市", "City", "total", "total", rate * 100, 100, rate, null, n,
        null, change, comparable, null, null);

    public static RoundSummaryRow Round(
        string round, decimal? mean, int evaluated = 4, int complete = 4, string framework = "K") => new(
        round, round + "轮", "round " + round, new DateOnly(2026, 11, 1), framework, "体系", "Framework", 4, 100, 5, evaluated, complete, complete,
        mean, mean, mean, mean, null, mean / 100, mean / 100, null, null, 0, 0, 0, 0);

    public static ProfileIndicator Profile(IndicatorResultRow result, params string[] best) =>
        new(result, 4, 0.5m, 0.6m, 0.7m, 0.8m, 0.9m, best, []);

    public static DistrictProfile Profile(RankingRow ranking, NextRank? next, params ProfileIndicator[] indicators) =>
        new("S", "2026", "city", [], "", "", ranking, next, [], indicators, []);
}
