using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>How the indicators of a dimension, or all, hang together.</summary>
/// <param name="Dimension">total for all indicators.</param>
/// <param name="N">Districts with all expert scores.</param>
/// <param name="CronbachAlpha">With Feldt interval; an index formed from its indicators may rightly have a low one.</param>
/// <param name="Gini">Of the points lost, over the indicators: 0 when all lose the same.</param>
/// <param name="ImportanceLine">Mean max points; of the total alone, as the mean score rate after it.</param>
public sealed record ScaleQualityRow(
    string Dimension, string NameZh, string NameEn, int N, int Excluded, int Indicators,
    double? CronbachAlpha, double? CronbachAlphaLow, double? CronbachAlphaHigh, double? Gini, double? ImportanceLine, double? PerformanceLine);

/// <summary>Do the indicators of a dimension go together, and do few of them lose most points? The total first.</summary>
public static class ScaleQualities
{
    private const string Sql = """
        select
            q.dimension, coalesce(m.name_zh, '总分') as name_zh, coalesce(m.name_en, 'Total') as name_en, q.n, q.excluded, q.indicators,
            q.cronbach_alpha, q.cronbach_alpha_low, q.cronbach_alpha_high, q.gini, q.importance_line, q.performance_line
        from rpt_scale_quality q
        join dim_round o using (round)
        left join dim_dimension m on m.framework = o.framework and m.dimension = q.dimension
        where q.round = $round
        order by coalesce(m.position, 0)
        """;

    public static Answer<ScaleQualityRow> Ask(SnapshotReader s, string round) =>
        new(s.Info.Id, round, s.Query<ScaleQualityRow>(Sql, new { round }));
}
