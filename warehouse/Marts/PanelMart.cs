using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>The expert panel of each round: how far its experts agree, how severe each is, and what the ranking would be without that.</summary>
public static class PanelMart
{
    private const string Mart = "rpt_panel_reliability";

    public static IEnumerable<object?[]> Reliability(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Reliability);

    public static IEnumerable<object?[]> Severities(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Severities);

    public static IEnumerable<object?[]> Adjustments(MartInput input) => input.Evaluated.SelectMany(round => Of(input, round).Adjustments);

    internal static PanelOfRound Of(MartInput input, string round) => input.Memory.Of(round, () => Compute(RoundScores.Of(input, round)));

    private static PanelOfRound Compute(RoundScores scores)
    {
        var reliability = new Reasons(scores.Round, Mart);
        var (severity, adjusted) = (new Reasons(scores.Round, "rpt_expert_severity"), new Reasons(scores.Round, "rpt_severity_adjusted"));
        var panel = PanelSeverity.Of(scores.Table());
        var experts = panel.Value?.Experts ?? [];
        if (!panel.IsGiven)
            severity.Note<double>("severity", RoundScores.Total, panel.Withheld);
        return new(
            [
                Row(scores, "total", RoundScores.Total, Totals(scores), reliability),
                .. scores.Indicators.Select((indicator, j) => Row(
                    scores, "indicator", indicator.Code,
                    [.. scores.Districts.SelectMany(d => Cells(d, j, indicator.MaxPoints))], reliability)),
            ],
            // The reason is told of the panel as a whole: rpt_withheld names no expert.
            [.. experts.Select(e => (object?[])[scores.Round, e.Expert, .. severity.WithInterval("severity", RoundScores.Total, e.Estimate), e.Estimate.N])],
            [
                .. (panel.Value?.Districts ?? []).Select(d => new object?[]
                {
                    scores.Round, d.District, d.Total.Value?.Official,
                    d.Total.IsGiven ? Reasons.Significant((double)d.Total.Value.Adjusted) : adjusted.Note<double>("adjusted_points", RoundScores.Total, d.Total.Withheld, d.District),
                    d.Total.Value?.OfficialPlace.Rank, d.Total.Value?.AdjustedPlace.Rank, d.Total.Value?.Moves,
                }),
            ],
            [reliability, severity, adjusted]);
    }

    private static object?[] Row(RoundScores scores, string scope, string code, List<PanelScore> cells, Reasons reasons)
    {
        var units = cells.GroupBy(c => c.Target).Select(g => g.ToList()).ToList();
        var experts = cells.Select(c => c.Expert).Distinct().Order(StringComparer.Ordinal).ToList();
        var missing = units.Count * experts.Count - cells.Count;
        var icc = cells.Count == 0 ? Withheld.NoData() : missing > 0 ? Withheld.NotCrossed(missing) : IntraclassCorrelation.Of(Crossed(units));
        List<IReadOnlyList<double?>> scored = [.. units.Select(u => (IReadOnlyList<double?>)[.. u.Select(c => (double?)c.Score)])];
        return
        [
            scores.Round, scope, code, units.Count, experts.Count, cells.Count, cells.Count > 0 && missing == 0,
            .. reasons.WithInterval("icc_a1", code, icc.Then(i => i.Agreement.OneRater)),
            .. reasons.WithInterval("icc_ak", code, icc.Then(i => i.Agreement.MeanOfRaters)),
            reasons.Value("krippendorff_alpha", code, KrippendorffAlpha.Interval(scored)),
            reasons.Value("within_sd", code, WithinCellSpread.Of(scored)),
        ];
    }

    /// <summary>One row a district, experts in the same order in each.</summary>
    private static List<IReadOnlyList<double?>> Crossed(List<List<PanelScore>> units) =>
        [.. units.Select(u => (IReadOnlyList<double?>)[.. u.OrderBy(c => c.Expert, StringComparer.Ordinal).Select(c => (double?)c.Score)])];

    private static IEnumerable<PanelScore> Cells(DistrictCells district, int j, decimal maxPoints) => district.Panel
        .Where(e => e.Points[j].HasValue)
        .Select(e => new PanelScore(district.District, e.Expert, (double)(e.Points[j]!.Value / maxPoints)));

    /// <summary>Total rates of the experts who scored every indicator of a district.</summary>
    private static List<PanelScore> Totals(RoundScores scores)
    {
        var most = scores.Indicators.Sum(i => i.MaxPoints);
        return
        [
            .. scores.Districts.SelectMany(d => d.Panel.Where(e => e.Points.All(p => p.HasValue))
                .Select(e => new PanelScore(d.District, e.Expert, (double)(e.Points.Sum(p => p!.Value) / most)))),
        ];
    }
}

/// <summary>Rows of the three marts of the panel.</summary>
internal sealed record PanelOfRound(
    IReadOnlyList<object?[]> Reliability, IReadOnlyList<object?[]> Severities, IReadOnlyList<object?[]> Adjustments, IReadOnlyList<Reasons> Reasons);
