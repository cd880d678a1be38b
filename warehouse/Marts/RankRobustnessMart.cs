using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>The ranks that each district would have had without each expert, and without each indicator, in turn.</summary>
public static class RankRobustnessMart
{
    public static IEnumerable<object?[]> Rows(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Rows);

    internal static RobustnessOfRound Of(MartInput input, string round) =>
        input.Memory.Of(round, () => Compute(RoundScores.Of(input, round)));

    private static RobustnessOfRound Compute(RoundScores scores)
    {
        var reasons = new Reasons(scores.Round, "rpt_rank_robustness");
        var table = scores.Table();
        var (experts, indicators) = (LeaveOneOut.Expert(table), LeaveOneOut.Indicator(table));
        var rows = new List<object?[]>();
        for (var i = 0; i < table.Districts.Count; i++)
        {
            var (byExpert, byIndicator) = (experts.Districts[i].Range, indicators.Districts[i].Range);
            Note(reasons, "without_expert", byExpert, table.Districts[i].District);
            Note(reasons, "without_indicator", byIndicator, table.Districts[i].District);
            if ((byExpert.Value ?? byIndicator.Value) is { } range)
                rows.Add([
                    scores.Round, table.Districts[i].District, range.Place.Rank,
                    byExpert.Value?.Best.Rank, byExpert.Value?.Worst.Rank, byExpert.Value?.Best.Omitted, byExpert.Value?.Worst.Omitted, experts.Omitted.Count,
                    byIndicator.Value?.Best.Rank, byIndicator.Value?.Worst.Rank, byIndicator.Value?.Best.Omitted, byIndicator.Value?.Worst.Omitted, indicators.Omitted.Count,
                ]);
        }
        return new(rows, reasons);
    }

    private static void Note(Reasons reasons, string column, Statistic<RankRange> range, string district)
    {
        if (range.IsGiven)
            return;
        reasons.Note<int>(column + "_best", RoundScores.Total, range.Withheld, district);
        reasons.Note<int>(column + "_worst", RoundScores.Total, range.Withheld, district);
    }
}

internal sealed record RobustnessOfRound(IReadOnlyList<object?[]> Rows, Reasons Reasons);
