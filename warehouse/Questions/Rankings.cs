using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One district's place in a round, in total or within a dimension.</summary>
/// <param name="Rank">Competition rank (1, 2, 2, 4); null when incomplete.</param>
/// <param name="Points">Sum of what is scored; null when nothing is.</param>
/// <param name="Rate">Points ÷ max points, 0 to 1; null when incomplete.</param>
/// <param name="PreviousRound">The district's own last earlier round in which it was complete.</param>
/// <param name="PreviousPoints">Null when that round was on another framework: then only rates compare.</param>
/// <param name="RankChange">Previous rank − rank: positive moved up.</param>
/// <param name="GapPoints">Self − expert in the same scope; null unless both are complete.</param>
/// <param name="RankLow">Best rank that is plausible (5 %); null for self scores, the incomplete, and fewer than 3 ranked districts.</param>
/// <param name="RankHigh">Worst rank that is plausible (95 %).</param>
/// <param name="Ranked">How many districts the rank is among.</param>
/// <param name="PreviousRanked">How many the previous rank was among.</param>
/// <param name="SameFramework">Whether the previous round was on the same framework; null without one.</param>
public sealed record RankingRow(
    string District, string NameZh, string NameEn, string ShortZh, string Zone, string ZoneZh, string ZoneEn,
    int? Rank, decimal? Points, decimal MaxPoints, decimal? Rate,
    bool Complete, int IndicatorsScored, int IndicatorsExpected,
    string? PreviousRound, int? PreviousRank, decimal? PreviousPoints, decimal? PreviousRate, int? RankChange,
    bool Tied, decimal? SelfPoints, decimal? ExpertPoints, decimal? GapPoints,
    int? RankLow, int? RankHigh, double? PTop3,
    int Ranked, int? PreviousRanked, bool? SameFramework);

/// <summary>Who ranks where? By rank; incomplete districts last, those with most scores first.</summary>
public static class Rankings
{
    private const string Sql = """
        select
            d.district, d.name_zh, d.name_en, d.short_zh, d.zone, d.zone_zh, d.zone_en,
            k.rank, k.points, k.max_points, k.rate,
            k.complete, k.indicators_scored, k.indicators_expected,
            k.previous_round, k.previous_rank, k.previous_points, k.previous_rate, k.rank_change,
            k.tied, r.self_points, r.expert_points, r.gap_points,
            i.rank_low, i.rank_high, i.p_top3,
            k.ranked, k.previous_ranked, k.same_framework
        from rpt_ranking k
        join dim_district d using (district)
        join rpt_dimension_result r using (round, district, dimension)
        left join (from rpt_rank_interval where round = $round and dimension = $by and $rater = 'expert') i on i.district = k.district
        where k.round = $round and k.dimension = $by and k.rater = $rater
        order by k.rank nulls last, k.indicators_scored desc, d.district
        """;

    /// <param name="by">"total" or a dimension code of the round's framework.</param>
    public static Answer<RankingRow> Ask(SnapshotReader s, string round, string by = "total", Rater of = Rater.Expert) =>
        new(s.Info.Id, round, s.Query<RankingRow>(Sql, new { round, by, rater = of.Code() }));
}
