using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One indicator over all districts of a round.</summary>
/// <param name="N">Districts with an expert score.</param>
/// <param name="Sd">Of the expert scores, points; null below 3 districts.</param>
/// <param name="PointsLost">Mean per district.</param>
/// <param name="PointsLostShare">Of all points that the districts lost, 0 to 1.</param>
/// <param name="CeilingShare">Share of districts at max points, 0 to 1.</param>
/// <param name="FloorShare">Share of districts at zero, 0 to 1.</param>
/// <param name="ItemTotal">Correlation of the indicator with the rest of the total; null where withheld.</param>
/// <param name="GapRate">Mean of self − expert as a rate.</param>
/// <param name="VarianceShare">Of the variance of the total; the shares of a round add to 1.</param>
/// <param name="Gini">Of the points lost on the indicator, over districts.</param>
/// <param name="CeilingFlagged">15 % of the districts or more are at max points.</param>
/// <param name="Quadrant">Importance and performance: concentrate, keep_up, low_priority or possible_overkill.</param>
public sealed record IndicatorSummaryRow(
    string Round, string Indicator, string Dimension, string DimensionZh, string DimensionEn,
    string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints,
    int N, decimal? MeanPoints, decimal? MeanRate, decimal? SelfMeanRate, decimal? MedianRate, decimal? MinRate, decimal? MaxRate,
    double? Sd, decimal? PointsLost, decimal? PointsLostShare, decimal? CeilingShare, decimal? FloorShare, double? ItemTotal,
    string? PreviousRound, decimal? PreviousMeanRate, decimal? ChangeRate, decimal? GapRate, string? ChangeReason,
    double? ItemTotalLow = null, double? ItemTotalHigh = null, double? VarianceShare = null, double? Gini = null,
    bool? CeilingFlagged = null, bool? FloorFlagged = null, string? Quadrant = null);

/// <summary>Which indicators are weak? In the framework's order.</summary>
public static class IndicatorSummaries
{
    private const string Sql = """
        select
            s.round, s.indicator, s.dimension, m.name_zh as dimension_zh, m.name_en as dimension_en,
            i.number_zh, i.label_zh, i.label_en, s.max_points,
            s.n, s.mean_points, s.mean_rate, s.self_mean_rate, s.median_rate, s.min_rate, s.max_rate,
            s.sd, s.points_lost, s.points_lost_share, s.ceiling_share, s.floor_share, q.item_total,
            s.previous_round, s.previous_mean_rate, s.change_rate, s.gap_rate, s.change_reason,
            q.item_total_low, q.item_total_high, q.variance_share, q.gini, q.ceiling_flagged, q.floor_flagged, q.quadrant
        from rpt_indicator_summary s
        join dim_round o using (round)
        join dim_indicator i on i.framework = o.framework and i.indicator = s.indicator
        join dim_dimension m on m.framework = o.framework and m.dimension = s.dimension
        left join rpt_indicator_quality q on q.round = s.round and q.indicator = s.indicator
        where s.round = $round
        order by m.position, i.position
        """;

    public static Answer<IndicatorSummaryRow> Ask(SnapshotReader s, string round) =>
        new(s.Info.Id, round, s.Query<IndicatorSummaryRow>(Sql, new { round }));
}
