using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>How far a district's own total lies from the panel's.</summary>
/// <param name="GapPoints">Self − expert; null unless both are complete.</param>
/// <param name="Complete">Whether both are.</param>
public sealed record GapRow(
    string District, string NameZh, string NameEn, string ShortZh, string Zone, string ZoneZh, string ZoneEn,
    decimal? SelfPoints, decimal? ExpertPoints, decimal MaxPoints, decimal? SelfRate, decimal? ExpertRate,
    decimal? GapPoints, decimal? GapRate, bool Complete);

/// <summary>Where do self and expert scores disagree? Largest gap first; districts without one last.</summary>
public static class Gaps
{
    private const string Sql = """
        select
            d.district, d.name_zh, d.name_en, d.short_zh, d.zone, d.zone_zh, d.zone_en,
            r.self_points, r.expert_points, r.max_points, r.self_rate, r.expert_rate,
            r.gap_points, r.gap_rate, r.self_complete and r.expert_complete as complete
        from rpt_dimension_result r
        join dim_district d using (district)
        where r.round = $round and r.dimension = 'total'
        order by r.gap_points desc nulls last, d.district
        """;

    public static Answer<GapRow> Ask(SnapshotReader s, string round) =>
        new(s.Info.Id, round, s.Query<GapRow>(Sql, new { round }));
}
