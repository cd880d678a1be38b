using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>Rank intervals of each round by expert score, for the total and within each dimension, and which of two districts is above the other.</summary>
public static class RankIntervalMart
{
    /// <summary>The same for all rounds; seed and draws are written beside every interval, so that anyone can draw the same again.</summary>
    public static readonly RankIntervalSettings Settings = new(Seed: 2023);

    public static IEnumerable<object?[]> Rows(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Intervals);

    public static IEnumerable<object?[]> Pairs(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Pairs);

    internal static RankIntervalsOfRound Of(MartInput input, string round) =>
        input.Memory.Of(round, () => Compute(RoundScores.Of(input, round)));

    /// <summary>Ranks drawn at most for one ranking: with more districts there are fewer draws, down to <see cref="LeastDraws"/>, so that time and memory stay bounded.</summary>
    private const int MostRanks = 6_000_000;

    private const int LeastDraws = 100;

    /// <summary>Draws in a round of so many ranked districts; written beside every interval.</summary>
    public static int DrawsFor(int districts) => Math.Clamp(MostRanks / Math.Max(1, districts), LeastDraws, Settings.Draws);

    /// <summary>How a ranking is simulated: pairs for the total alone, and among many districts only of neighbours in it.</summary>
    private static RankIntervalSettings SettingsFor(ScoreTable table, bool pairs)
    {
        var settings = Settings with { Draws = DrawsFor(table.Districts.Count(d => d.Complete)) };
        if (!pairs)
            return settings with { PairwiseUpTo = 0 };
        if (table.Districts.Count <= Settings.PairwiseUpTo)
            return settings;
        var ranked = table.Districts.Where(d => d.Complete).OrderByDescending(d => d.Total).ThenBy(d => d.District, StringComparer.Ordinal).ToList();
        return settings with { Pairs = [.. ranked.Zip(ranked.Skip(1), (above, below) => (above.District, below.District))] };
    }

    private static RankIntervalsOfRound Compute(RoundScores scores)
    {
        var reasons = new Reasons(scores.Round, "rpt_rank_interval");
        var rows = new List<object?[]>();
        var pairs = new List<object?[]>();
        foreach (var scope in scores.Scopes)
        {
            var table = scores.Table(scope);
            var total = scope == RoundScores.Total;
            var settings = SettingsFor(table, total);
            var result = RankIntervals.Of(table, settings);
            foreach (var (district, statistic) in result.Districts)
            {
                if (statistic.IsGiven)
                {
                    var found = statistic.Value;
                    rows.Add([
                        scores.Round, district, scope, (int)found.Rank.Low, (int)found.Rank.High, found.TopThree, found.Experts, settings.Draws, settings.Seed,
                    ]);
                }
                else
                {
                    foreach (var column in new[] { "rank_low", "rank_high", "p_top3" })
                        reasons.Note<int>(column, scope, statistic.Withheld, district);
                }
            }
            if (total)
                pairs.AddRange(result.Pairs.Select(p => new object?[] { scores.Round, p.Left, p.Right, p.Above, p.Tied }));
        }
        return new(rows, pairs, reasons);
    }
}

internal sealed record RankIntervalsOfRound(IReadOnlyList<object?[]> Intervals, IReadOnlyList<object?[]> Pairs, Reasons Reasons);
