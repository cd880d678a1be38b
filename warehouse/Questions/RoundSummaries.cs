using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One round of the catalog in figures; those that need scores are null or 0 while it has none.</summary>
/// <param name="Districts">Districts in the catalog.</param>
/// <param name="Evaluated">Districts with any score in this round.</param>
/// <param name="MeanPoints">Over districts with all expert scores.</param>
/// <param name="Sd">Of their totals, points; null below 3 districts.</param>
/// <param name="MeanGapPoints">Over districts complete in self and expert scores.</param>
/// <param name="Experts">Named experts.</param>
/// <param name="ScoresExpert">Consolidated expert scores, as on the forms.</param>
/// <param name="ScoresPanel">Scores of named experts.</param>
public sealed record RoundSummaryRow(
    string Round, string NameZh, string NameEn, DateOnly Date, string Framework, string FrameworkZh, string FrameworkEn,
    int Indicators, decimal MaxPoints, int Districts, int Evaluated, int CompleteExpert, int CompleteSelf,
    decimal? MeanPoints, decimal? MedianPoints, decimal? MinPoints, decimal? MaxPointsScored, double? Sd,
    decimal? MeanRate, decimal? MedianRate, decimal? MeanSelfPoints, decimal? MeanGapPoints,
    int Experts, long ScoresSelf, long ScoresExpert, long ScoresPanel);

/// <summary>Which rounds are there, and how did each come out? All of the catalog, oldest first.</summary>
public static class RoundSummaries
{
    private const string Sql = """
        with framework as (
            select framework, count(*)::integer as indicators, sum(max_points)::decimal(8, 2) as max_points
            from dim_indicator
            group by framework
        )
        select
            o.round, o.name_zh, o.name_en, o.date, o.framework, f.name_zh as framework_zh, f.name_en as framework_en,
            w.indicators, w.max_points, (select count(*) from dim_district)::integer as districts,
            coalesce(s.evaluated, 0) as evaluated, coalesce(s.complete_expert, 0) as complete_expert,
            coalesce(s.complete_self, 0) as complete_self,
            s.mean_points, s.median_points, s.min_points, s.max_points_scored, s.sd,
            s.mean_rate, s.median_rate, s.mean_self_points, s.mean_gap_points,
            coalesce(s.experts, 0) as experts, coalesce(s.scores_self, 0) as scores_self,
            coalesce(s.scores_expert, 0) as scores_expert, coalesce(s.scores_panel, 0) as scores_panel
        from dim_round o
        join dim_framework f using (framework)
        join framework w using (framework)
        left join rpt_round_summary s using (round)
        order by o.date, o.round
        """;

    public static Answer<RoundSummaryRow> Ask(SnapshotReader s) => new(s.Info.Id, null, s.Query<RoundSummaryRow>(Sql));
}
