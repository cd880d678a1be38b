using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>Self against expert scores of a round, as rates; what is null is named in <paramref name="Withheld"/>.</summary>
/// <param name="Summary">Over the districts' totals.</param>
/// <param name="Dimensions">The same within each dimension.</param>
/// <param name="Districts">Largest gap of the total first; districts without one last.</param>
/// <param name="Indicators">In the framework's order.</param>
/// <param name="Largest">The cells that neither the district nor the indicator explains, the largest first.</param>
/// <param name="History">The total of every evaluated round, oldest first.</param>
public sealed record Agreement(
    string Snapshot, string Round, AgreementSummary Summary, IReadOnlyList<AgreementSummary> Dimensions, IReadOnlyList<AgreementDistrict> Districts,
    IReadOnlyList<AgreementIndicator> Indicators, IReadOnlyList<Disagreement> Largest, IReadOnlyList<AgreementSummary> History,
    IReadOnlyList<WithheldRow> Withheld);

/// <summary>How do self and expert scores agree, and where not?</summary>
public static class Agreements
{
    /// <summary>Disagreements that an answer lists.</summary>
    public const int Listed = 20;

    private const string SummarySql = """
        select
            a.round, o.name_zh, o.name_en, o.date, a.dimension, a.n, a.excluded, a.bias, a.bias_low, a.bias_high, a.sd,
            a.limit_low, a.limit_low_low, a.limit_low_high, a.limit_high, a.limit_high_low, a.limit_high_high,
            a.ccc, a.pearson, a.pearson_low, a.pearson_high, a.bias_correction, a.gap_mean, a.gap_residual_sd, a.gap_cells
        from rpt_agreement a
        join dim_round o using (round)
        left join dim_dimension m on m.framework = o.framework and m.dimension = a.dimension
        where $round::varchar is null and a.dimension = 'total' or a.round = $round
        order by o.date, a.round, coalesce(m.position, 0)
        """;

    private const string DistrictSql = """
        select
            d.district, d.name_zh, d.name_en, d.short_zh, d.zone, r.self_rate, r.expert_rate, r.gap_rate, e.effect, coalesce(e.n, 0)::integer as effect_n,
            p.round as previous_round, p.gap_rate as previous_gap_rate
        from rpt_dimension_result r
        join dim_district d using (district)
        join dim_round o using (round)
        left join rpt_agreement_district e on e.round = r.round and e.district = r.district
        asof left join (
            select b.district, b.round, b.gap_rate, q.date
            from rpt_dimension_result b
            join dim_round q using (round)
            where b.dimension = 'total' and b.gap_rate is not null
        ) p on p.district = r.district and o.date > p.date
        where r.round = $round and r.dimension = 'total'
        order by r.gap_rate desc nulls last, d.district
        """;

    private const string IndicatorSql = """
        select
            a.indicator, i.dimension, i.number_zh, i.label_zh, i.label_en, a.n, a.n_effective, a.v, a.p, a.q, a.minimum_p,
            a.hodges_lehmann, a.rank_biserial, a.effect, p.round as previous_round, p.hodges_lehmann as previous_hodges_lehmann
        from rpt_agreement_indicator a
        join dim_round o using (round)
        join dim_indicator i on i.framework = o.framework and i.indicator = a.indicator
        join dim_dimension m on m.framework = o.framework and m.dimension = i.dimension
        asof left join (
            select b.indicator, q.framework, b.round, b.hodges_lehmann, q.date
            from rpt_agreement_indicator b
            join dim_round q using (round)
            where b.hodges_lehmann is not null
        ) p on p.indicator = a.indicator and p.framework = o.framework and o.date > p.date
        where a.round = $round
        order by m.position, i.position
        """;

    private const string LargestSql = """
        select
            g.place, g.district, d.name_zh as district_zh, d.name_en as district_en, g.indicator, i.number_zh, i.label_zh, i.label_en,
            r.self_points, r.expert_points, r.max_points, g.gap_rate, g.expected_rate, g.residual_rate,
            c.previous_round, b.gap_rate::double as previous_gap_rate
        from rpt_gap_residual g
        join dim_round o using (round)
        join dim_district d using (district)
        join dim_indicator i on i.framework = o.framework and i.indicator = g.indicator
        join rpt_indicator_result r on r.round = g.round and r.district = g.district and r.indicator = g.indicator
        left join rpt_indicator_change c on c.round = g.round and c.district = g.district and c.indicator = g.indicator
        left join dim_round q on q.round = c.previous_round and q.framework = o.framework
        left join rpt_indicator_result b on b.round = q.round and b.district = g.district and b.indicator = g.indicator
        where g.round = $round and g.place <= $listed
        order by g.place
        """;

    /// <returns>For a round in which no district was evaluated, n = 0 and the reason.</returns>
    public static Agreement Ask(SnapshotReader s, string round, int listed = Listed)
    {
        var scopes = s.Query<AgreementSummary>(SummarySql, new { round });
        return new(
            s.Info.Id, round, scopes.Count == 0 ? Nobody(s.Catalog.Round(round)!) : scopes[0], [.. scopes.Skip(1)],
            s.Query<AgreementDistrict>(DistrictSql, new { round }),
            s.Query<AgreementIndicator>(IndicatorSql, new { round }),
            s.Query<Disagreement>(LargestSql, new { round, listed }),
            s.Query<AgreementSummary>(SummarySql, new { round = (string?)null }),
            scopes.Count == 0 ? [WithheldRow.Of("bias", Withheld.NoData())] : WithheldStatistics.Ask(s, round, "rpt_agreement", "rpt_agreement_indicator"));
    }

    private static AgreementSummary Nobody(Round round) => new(
        round.Code, round.NameZh, round.NameEn, round.Date, "total", 0, 0,
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 0);
}
