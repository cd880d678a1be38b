using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One line of a district's own results: the total, a dimension or an indicator.</summary>
/// <param name="Scope">total, dimension or indicator.</param>
/// <param name="Rank">By expert score; null where not all is scored, or the district is not shown its position.</param>
/// <param name="Ranked">Of how many; null as <paramref name="Rank"/>.</param>
/// <param name="Peers">Other districts behind the quartiles of the experts' score rates; null where they are not given.</param>
public sealed record OwnResultRow(
    string Scope, string Code, string NumberZh, string NameZh, string NameEn, decimal MaxPoints,
    decimal? SelfPoints, decimal? ExpertPoints, decimal? ExpertRate, decimal? GapPoints, int? Rank, int? Ranked,
    int? Peers, decimal? Q1Rate, decimal? MedianRate, decimal? Q3Rate);

/// <summary>What did the only district of the file get in a round, and where does that lie among the others? The total first, then each dimension
/// with its indicators. For viewers that are not shown the others: of whoever may see all districts it gives nothing.</summary>
public static class OwnResults
{
    private const string Lines = """
        with line as (
            select r.round, 'total' as scope, r.dimension as code, '' as number_zh, '总分' as name_zh, 'Total' as name_en, r.max_points,
                r.self_points, r.expert_points, r.expert_rate, r.gap_points, r.expert_rank as rank, 0 as at, 0 as within
            from rpt_dimension_result r
            where r.dimension = 'total'
            union all
            select r.round, 'dimension', r.dimension, '', d.name_zh, d.name_en, r.max_points,
                r.self_points, r.expert_points, r.expert_rate, r.gap_points, r.expert_rank, d.position, 0
            from rpt_dimension_result r
            join dim_round o using (round)
            join dim_dimension d on d.framework = o.framework and d.dimension = r.dimension
            union all
            select r.round, 'indicator', r.indicator, i.number_zh, i.label_zh, i.label_en, r.max_points,
                r.self_points, r.expert_points, r.expert_rate, r.gap_points, r.rank, d.position, i.position
            from rpt_indicator_result r
            join dim_round o using (round)
            join dim_indicator i on i.framework = o.framework and i.indicator = r.indicator
            join dim_dimension d on d.framework = o.framework and d.dimension = r.dimension
        )
        """;

    private const string Anonymous = Lines + """
        select l.scope, l.code, l.number_zh, l.name_zh, l.name_en, l.max_points, l.self_points, l.expert_points, l.expert_rate, l.gap_points, l.rank,
            k.ranked, q.n as peers, q.q1_rate, q.median_rate, q.q3_rate
        from line l
        left join rpt_ranking k on k.round = l.round and k.dimension = l.code and k.rater = 'expert' and k.rank is not null
        left join rpt_peer_quartile q on q.round = l.round and q.scope = l.scope and q.code = l.code and q.rater = 'expert'
        where l.round = $round
        order by l.at, l.within
        """;

    private const string Own = Lines + """
        select l.scope, l.code, l.number_zh, l.name_zh, l.name_en, l.max_points, l.self_points, l.expert_points, l.expert_rate, l.gap_points, null::integer as rank,
            null::integer as ranked, null::integer as peers, null::decimal(9, 6) as q1_rate, null::decimal(9, 6) as median_rate, null::decimal(9, 6) as q3_rate
        from line l
        where l.round = $round
        order by l.at, l.within
        """;

    public static Answer<OwnResultRow> Ask(SnapshotReader s, string round) => new(
        s.Info.Id, round, s.Viewer.SeesAllDistricts ? [] : s.Query<OwnResultRow>(s.Viewer.Others == OthersPolicy.Anonymous ? Anonymous : Own, new { round }));
}
