using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>How certain a district's rank by expert total is.</summary>
/// <param name="RankLow">Better end (5 %) of the rank interval, with <paramref name="RankHigh"/> the worse (95 %).</param>
/// <param name="PTop3">Share of the draws with rank 3 or better.</param>
/// <param name="Experts">Experts redrawn; with fewer than 2 only the weights vary.</param>
/// <param name="WithoutExpertBest">Best rank when one expert is left out, and which; the worst after it.</param>
/// <param name="WithoutIndicatorBest">Best rank when one indicator is left out, and which; the worst after it.</param>
public sealed record RankCertaintyRow(
    string District, string NameZh, string NameEn, int? Rank, int? RankLow, int? RankHigh, double? PTop3, int? Experts,
    int? WithoutExpertBest, int? WithoutExpertWorst, string? WithoutExpertBestIs, string? WithoutExpertWorstIs,
    int? WithoutIndicatorBest, int? WithoutIndicatorWorst, string? WithoutIndicatorBestIs, string? WithoutIndicatorWorstIs);

/// <summary>How often one district ranks above another over the draws; <paramref name="PTied"/> on one rank.</summary>
public sealed record RankPairRow(string District, string Other, double PAbove, double PTied);

/// <param name="Pairs">All pairs of ranked districts, each once; of neighbours in the ranking alone where there are many.</param>
/// <param name="Draws">Of the simulation behind intervals and pairs; null when nothing was simulated.</param>
public sealed record RankCertainty(
    string Snapshot, string Round, IReadOnlyList<RankCertaintyRow> Rows, IReadOnlyList<RankPairRow> Pairs, int? Draws, int? Seed,
    IReadOnlyList<WithheldRow> Withheld);

/// <summary>How certain is the ranking? By rank, as the ranking itself.</summary>
public static class RankCertainties
{
    private const string Sql = """
        select
            d.district, d.name_zh, d.name_en, k.rank, i.rank_low, i.rank_high, i.p_top3, i.experts,
            b.without_expert_best, b.without_expert_worst, b.without_expert_best_is, b.without_expert_worst_is,
            b.without_indicator_best, b.without_indicator_worst, b.without_indicator_best_is, b.without_indicator_worst_is
        from rpt_ranking k
        join dim_district d using (district)
        left join rpt_rank_interval i on i.round = k.round and i.district = k.district and i.dimension = 'total'
        left join rpt_rank_robustness b on b.round = k.round and b.district = k.district
        where k.round = $round and k.dimension = 'total' and k.rater = 'expert'
        order by k.rank nulls last, k.indicators_scored desc, d.district
        """;

    public static RankCertainty Ask(SnapshotReader s, string round)
    {
        var run = s.Query<Run>("select distinct draws, seed from rpt_rank_interval where round = $round", new { round });
        return new(
            s.Info.Id, round, s.Query<RankCertaintyRow>(Sql, new { round }), Pairs(s, round),
            run.Count == 0 ? null : run[0].Draws, run.Count == 0 ? null : run[0].Seed,
            [.. WithheldStatistics.Ask(s, round, "rpt_rank_interval", "rpt_rank_robustness").Where(w => w.Code == "total")]);
    }

    /// <param name="district">Only pairs with this district, told from its side; null for all.</param>
    public static IReadOnlyList<RankPairRow> Pairs(SnapshotReader s, string round, string? district = null) => s.Query<RankPairRow>("""
        select district, other, p_above as PAbove, p_tied as PTied
        from rpt_rank_pair
        where round = $round and ($district::varchar is null or district = $district)
        union all
        select other, district, 1 - p_above - p_tied, p_tied
        from rpt_rank_pair
        where round = $round and other = $district
        order by 1, 2
        """, new { round, district });

    private sealed record Run(int Draws, int Seed);
}
