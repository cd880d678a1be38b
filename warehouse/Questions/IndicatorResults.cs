using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>What one district got on one indicator in one round; null where not scored, never zero.</summary>
/// <param name="ExpertSd">SD of the named experts, points; null below 3.</param>
/// <param name="Experts">Number of named experts.</param>
/// <param name="GapRate">Self − expert as a rate.</param>
/// <param name="Rank">Of the district within the indicator, by expert score.</param>
/// <param name="PreviousRound">The district's own last earlier round with an expert score here.</param>
/// <param name="PreviousExpertPoints">Null across frameworks.</param>
/// <param name="PreviousExpertRate">Carried through the crosswalk across frameworks.</param>
/// <param name="ChangeReason">How it was carried: rescaled, split, merged; null within a framework or when identical.</param>
public sealed record IndicatorResultRow(
    string Round, string District, string DistrictZh, string DistrictEn, string Indicator, string Dimension,
    string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints,
    decimal? SelfPoints, decimal? ExpertPoints, double? ExpertSd, int Experts,
    decimal? SelfRate, decimal? ExpertRate, decimal? GapPoints, decimal? GapRate, decimal? PointsLost, int? Rank,
    string? PreviousRound, decimal? PreviousExpertPoints, decimal? PreviousExpertRate, decimal? ChangeRate,
    string? ChangeReason, string? ExpertSource);

/// <summary>What was each indicator given? By round, district, and the framework's order; all filters are optional.</summary>
public static class IndicatorResults
{
    private const string Sql = """
        select
            r.round, r.district, d.name_zh as district_zh, d.name_en as district_en, r.indicator, r.dimension,
            i.number_zh, i.label_zh, i.label_en, r.max_points,
            r.self_points, r.expert_points, r.expert_sd, r.experts,
            r.self_rate, r.expert_rate, r.gap_points, r.gap_rate, r.points_lost, r.rank,
            c.previous_round, c.previous_points as previous_expert_points, c.previous_rate as previous_expert_rate, c.change_rate,
            c.reason as change_reason, r.expert_source
        from rpt_indicator_result r
        join dim_district d using (district)
        join dim_round o using (round)
        join dim_indicator i on i.framework = o.framework and i.indicator = r.indicator
        join dim_dimension m on m.framework = o.framework and m.dimension = r.dimension
        left join rpt_indicator_change c on c.round = r.round and c.district = r.district and c.indicator = r.indicator
        where ($round::varchar is null or r.round = $round)
            and ($district::varchar is null or r.district = $district)
            and ($indicator::varchar is null or r.indicator = $indicator)
        order by o.date, r.round, r.district, m.position, i.position
        """;

    public static Answer<IndicatorResultRow> Ask(SnapshotReader s, string? round = null, string? district = null, string? indicator = null) =>
        new(s.Info.Id, round, s.Query<IndicatorResultRow>(Sql, new { round, district, indicator }));
}
