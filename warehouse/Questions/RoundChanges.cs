using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>How the districts as a whole changed on one series, as rates.</summary>
/// <param name="Scope">total, dimension or indicator.</param>
/// <param name="PreviousRound">The last earlier round with at least three of the same districts; null without an earlier one.</param>
/// <param name="N">Districts in both; 0 across a break.</param>
/// <param name="P">Exact Wilcoxon signed-rank test on the changes; <paramref name="Q"/> corrected within the scope.</param>
/// <param name="HodgesLehmann">Shift of the rates.</param>
/// <param name="PitmanMorganT">Positive when the districts came closer together (σ-convergence), with its p after it.</param>
/// <param name="Beta">Slope of the change on the earlier value, as description only.</param>
/// <param name="Spearman">Of the two rounds; null for indicators, as the mobility after it.</param>
/// <param name="PageRounds">Rounds of Page's test for a steady rise or fall, over <paramref name="PageN"/> districts.</param>
public sealed record RoundChangeRow(
    string Scope, string Code, string NameZh, string NameEn, string? PreviousRound, int N, int NEffective,
    double? V, double? P, double? Q, double? MinimumP, double? HodgesLehmann, double? RankBiserial,
    double? SdBefore, double? SdAfter, double? PitmanMorganT, double? PitmanMorganP, double? Beta,
    double? Spearman, double? SpearmanP, double? KendallTauB, double? KendallTauBP, double? MeanRankChange,
    int PageRounds, int PageN, double? PageL, double? PageRisingP, double? PageFallingP, double? PageP);

/// <param name="Rows">The total, then dimensions and indicators in the framework's order.</param>
public sealed record RoundChange(string Snapshot, string Round, IReadOnlyList<RoundChangeRow> Rows, IReadOnlyList<WithheldRow> Withheld);

/// <summary>Did the districts as a whole change since an earlier round: level, spread, order?</summary>
public static class RoundChanges
{
    private const string Sql = """
        select
            c.scope, c.code, coalesce(i.label_zh, m.name_zh, '总分') as name_zh, coalesce(i.label_en, m.name_en, 'Total') as name_en,
            c.previous_round, c.n, c.n_effective, c.v, c.p, c.q, c.minimum_p, c.hodges_lehmann, c.rank_biserial,
            c.sd_before, c.sd_after, c.pitman_morgan_t, c.pitman_morgan_p, c.beta,
            c.spearman, c.spearman_p, c.kendall_tau_b, c.kendall_tau_b_p, c.mean_rank_change,
            c.page_rounds, c.page_n, c.page_l, c.page_rising_p, c.page_falling_p, c.page_p
        from rpt_round_change c
        join dim_round o using (round)
        left join dim_indicator i on c.scope = 'indicator' and i.framework = o.framework and i.indicator = c.code
        left join dim_dimension m on m.framework = o.framework and m.dimension = coalesce(i.dimension, c.code)
        where c.round = $round
        order by c.scope = 'indicator', coalesce(m.position, 0), coalesce(i.position, 0)
        """;

    public static RoundChange Ask(SnapshotReader s, string round) =>
        new(s.Info.Id, round, s.Query<RoundChangeRow>(Sql, new { round }), WithheldStatistics.Ask(s, round, "rpt_round_change"));
}
