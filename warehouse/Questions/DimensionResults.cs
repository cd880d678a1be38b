using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>What a district got in one dimension, or in total.</summary>
/// <param name="Dimension">"total" for the total.</param>
/// <param name="Position">0 for the total.</param>
/// <param name="Complete">Whether every indicator has an expert score; rates and ranks are null without.</param>
public sealed record DimensionResultRow(
    string Round, string District, string Dimension, int Position, string NameZh, string NameEn, decimal MaxPoints,
    decimal? ExpertPoints, decimal? SelfPoints, decimal? ExpertRate, decimal? SelfRate, bool Complete,
    decimal? GapPoints, decimal? GapRate, decimal? PointsLost, int? Rank, int? SelfRank);

/// <summary>How does each district do by dimension? By district, the total first.</summary>
public static class DimensionResults
{
    private const string Sql = """
        select
            r.round, r.district, r.dimension, r.position,
            coalesce(d.name_zh, '总分') as name_zh, coalesce(d.name_en, 'Total') as name_en, r.max_points,
            r.expert_points, r.self_points, r.expert_rate, r.self_rate, r.expert_complete as complete,
            r.gap_points, r.gap_rate, r.points_lost, r.expert_rank as rank, r.self_rank
        from rpt_dimension_result r
        join dim_round o using (round)
        left join dim_dimension d on d.framework = o.framework and d.dimension = r.dimension
        where r.round = $round
        order by r.district, r.position
        """;

    public static Answer<DimensionResultRow> Ask(SnapshotReader s, string round) =>
        new(s.Info.Id, round, s.Query<DimensionResultRow>(Sql, new { round }));
}
