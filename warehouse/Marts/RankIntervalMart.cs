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

    /// <summary>How the total of a round is simulated: among many districts only neighbours in the ranking are compared.</summary>
    private static RankIntervalSettings SettingsFor(ScoreTable table)
    {
        if (table.Districts.Count <= Settings.PairwiseUpTo)
            return Settings;
        var ranked = table.Districts.Where(d => d.Complete).OrderByDescending(d => d.Total).ThenBy(d => d.District, StringComparer.Ordinal).ToList();
        return Settings with { Pairs = [.. ranked.Zip(ranked.Skip(1), (above, below) => (above.District, below.District))] };
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
            var result = RankIntervals.Of(table, total ? SettingsFor(table) : Settings with { PairwiseUpTo = 0 });
            foreach (var (district, statistic) in result.Districts)
            {
                if (statistic.IsGiven)
                {
                    var found = statistic.Value;
                    rows.Add([
                        scores.Round, district, scope, (int)found.Rank.Low, (int)found.Rank.High, found.TopThree, found.Experts, Settings.Draws, Settings.Seed,
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
