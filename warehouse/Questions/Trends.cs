using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One round of a series.</summary>
/// <param name="District">Code, or empty text for the mean of the city.</param>
/// <param name="Scope">total, dimension or indicator.</param>
/// <param name="Points">In the terms of the series' framework; null when incomplete.</param>
/// <param name="N">Districts in the mean; 1 or 0 for one district.</param>
/// <param name="PreviousRound">The previous round of this series with a rate: for a district its own.</param>
/// <param name="Change">Of the rate since then; null across a break.</param>
/// <param name="Comparable">Whether the row can be compared with the previous one; true where there is none.</param>
/// <param name="Reason">At a change of framework: what changed (rescaled, split, merged, moved, new, dropped, unlinked, comma-separated); else null.</param>
/// <param name="Detail">The indicators concerned, such as <c>D2+D3→D2</c>.</param>
public sealed record TrendRow(
    string Round, string RoundZh, string RoundEn, DateOnly Date, string Framework,
    string District, string NameZh, string NameEn, string Scope, string Code,
    decimal? Points, decimal? MaxPoints, decimal? Rate, decimal? SelfRate, int N,
    string? PreviousRound, decimal? Change, bool Comparable, string? Reason, string? Detail)
{
    public string? ReasonZh => Reason is null ? null : TrendReasons.Zh(Reason);

    public string? ReasonEn => Reason is null ? null : TrendReasons.En(Reason);
}

/// <summary>What has changed over the rounds? By district, then round.</summary>
public static class Trends
{
    private const string Sql = """
        with series as (
            select
                t.*,
                o.date,
                o.framework,
                case $rater when 'self' then t.self_points else t.points end as shown_points,
                case $rater when 'self' then t.self_rate else t.rate end as shown_rate,
                case $rater when 'self' then t.n_self else t.n end as shown_n
            from rpt_trend t
            join dim_round o using (round)
            where t.scope = $scope and ($code::varchar is null or t.code = $code)
                and case when $district = '*' then t.district <> '' else t.district = $district end
        ),
        paired as (
            select
                *,
                last_value(case when shown_rate is not null then round end ignore nulls) over before as p_round,
                last_value(case when shown_rate is not null then shown_rate end ignore nulls) over before as p_rate,
                last_value(case when shown_rate is not null then segment end ignore nulls) over before as p_segment,
                last_value(case when shown_rate is not null then framework end ignore nulls) over before as p_framework,
                last_value(case when shown_rate is not null then coalesce(reason, '') end ignore nulls) over before as p_reason,
                last_value(case when shown_rate is not null then coalesce(detail, '') end ignore nulls) over before as p_detail
            from series
            window before as (partition by district, code order by date, round rows between unbounded preceding and 1 preceding)
        )
        select
            p.round, o.name_zh as round_zh, o.name_en as round_en, p.date, p.framework,
            p.district, coalesce(d.name_zh, '全市') as name_zh, coalesce(d.name_en, 'City') as name_en, p.scope, p.code,
            p.shown_points as points, p.max_points, p.shown_rate as rate, p.self_rate, p.shown_n as n,
            case when p.shown_rate is not null then p.p_round end as previous_round,
            case when p.p_segment = p.segment then p.shown_rate - p.p_rate end as change,
            coalesce(p.p_segment = p.segment, true) as comparable,
            case when p.p_framework <> p.framework then nullif(p.p_reason, '') end as reason,
            case when p.p_framework <> p.framework then nullif(p.p_detail, '') end as detail
        from paired p
        join dim_round o using (round)
        left join dim_district d on d.district = p.district
        order by p.district, p.code, p.date, p.round
        """;

    /// <summary>Neither indicator nor dimension: the total.</summary>
    /// <param name="district">A code; null for the mean of the city; <c>*</c> for every district.</param>
    /// <exception cref="ArgumentException">Both an indicator and a dimension were given.</exception>
    public static Answer<TrendRow> Ask(
        SnapshotReader s, string? district = null, string? indicator = null, string? dimension = null, Rater of = Rater.Expert)
    {
        if (indicator is not null && dimension is not null)
            throw new ArgumentException("A trend is of an indicator or of a dimension, not of both", nameof(dimension));
        var scope = indicator is not null ? Crosswalk.IndicatorScope : dimension is not null ? Crosswalk.DimensionScope : Crosswalk.Total;
        var code = indicator ?? dimension ?? Crosswalk.Total;
        var rows = s.Query<TrendRow>(Sql, new { district = district ?? "", scope, code, rater = of.Code() });
        return new(s.Info.Id, null, indicator is null ? rows : TrendEnds.Add(s, indicator, rows));
    }

    /// <summary>The series of every indicator for one district, by code and round; ends of series are not marked.</summary>
    internal static IReadOnlyList<TrendRow> OfIndicators(SnapshotReader s, string district) =>
        s.Query<TrendRow>(Sql, new { district, scope = Crosswalk.IndicatorScope, code = (string?)null, rater = Rater.Expert.Code() });
}
