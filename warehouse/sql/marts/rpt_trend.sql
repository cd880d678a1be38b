-- grain: one row per round, district ('' for the mean of the city), scope and code of the series
-- depends on: rpt_indicator_result, rpt_crosswalk, rpt_comparability
-- rebuilds: own
-- A series belongs to the latest framework in use that has its code. Rounds on earlier frameworks are carried into it where
-- that is comparable; else they stand as they were scored, in a segment of their own, and the series breaks between them.
create table rpt_trend (
    round varchar not null,
    district varchar not null,
    scope varchar not null,
    code varchar not null,
    series_framework varchar not null,
    segment varchar not null,
    points decimal(12, 4),
    self_points decimal(12, 4),
    max_points decimal(12, 4),
    rate decimal(9, 6),
    self_rate decimal(9, 6),
    n integer not null,
    n_self integer not null,
    reason varchar,
    detail varchar
);
comment on table rpt_trend is '趋势：每行一个轮次、区（空文本为全市均值）、序列；不同指标体系按换算后的得分率衔接 | Trends: one row per round, district (empty text for the city mean) and series; frameworks are joined on carried rates';
comment on column rpt_trend.round is '评估轮次 | Round';
comment on column rpt_trend.district is '区代码；空文本为全市均值 | District; empty text for the mean of the city';
comment on column rpt_trend.scope is '范围：total、dimension、indicator | total, dimension or indicator';
comment on column rpt_trend.code is '代码；总分为 total | Code; total for the total';
comment on column rpt_trend.series_framework is '序列所依据的指标体系 | Framework that the series is told in';
comment on column rpt_trend.segment is '可比区段：同一区段内可比 | Segment: rounds of one segment are comparable';
comment on column rpt_trend.points is '专家得分（换算后，分）；不全则为空 | Expert points, carried; null when incomplete';
comment on column rpt_trend.self_points is '自评得分（换算后，分）；不全则为空 | Self points, carried; null when incomplete';
comment on column rpt_trend.max_points is '分值（换算后，分）| Max points, carried';
comment on column rpt_trend.rate is '专家得分率（0–1）| Expert score rate';
comment on column rpt_trend.self_rate is '自评得分率（0–1）| Self score rate';
comment on column rpt_trend.n is '均值所含区数；单区为 1 或 0 | Districts in the mean; 1 or 0 for one district';
comment on column rpt_trend.n_self is '自评均值所含区数 | Districts in the mean of self scores';
comment on column rpt_trend.reason is '与序列指标体系的差异：rescaled、split、merged、moved、new、dropped、unlinked | How the round''s framework differs from the series''';
comment on column rpt_trend.detail is '涉及的指标 | The indicators concerned';

-- build
with series as (
    select scope, code, to_framework as series_framework
    from rpt_crosswalk c
    join dim_framework f on f.framework = c.to_framework
    where c.to_framework = c.from_framework
        and c.to_framework in (select r.framework from dim_round r where r.round in (select round from fct_score))
    qualify row_number() over (partition by scope, code order by f.effective_from desc, f.framework desc) = 1
    order by all
),
-- Which indicators of the round's framework feed the series, and under what name the segment goes.
feed as (
    select distinct
        s.scope,
        s.code,
        s.series_framework,
        r.round,
        case when k.comparable then s.series_framework else r.framework end as segment,
        case when r.framework = s.series_framework then null else k.reason end as reason,
        case when r.framework = s.series_framework then null else k.detail end as detail,
        c.from_indicator,
        c.weight
    from series s
    cross join (from dim_round semi join build_round using (round)) r
    join rpt_comparability k
        on k.to_framework = s.series_framework and k.scope = s.scope and k.code = s.code and k.from_framework = r.framework
    join rpt_crosswalk c
        on c.scope = s.scope and c.code = s.code and c.from_framework = r.framework
        and c.to_framework = case when k.comparable then s.series_framework else r.framework end
    -- A code that was given to something else is no series.
    where k.comparable or s.scope <> 'indicator'
),
district_row as (
    select
        f.round,
        r.district,
        f.scope,
        f.code,
        f.series_framework,
        f.segment,
        f.reason,
        f.detail,
        sum(hundredths(r.max_points) * f.weight) as max_hundredths,
        case when count(r.expert_points) = count(*) then sum(hundredths(r.expert_points) * f.weight) end as expert_hundredths,
        case when count(r.self_points) = count(*) then sum(hundredths(r.self_points) * f.weight) end as self_hundredths
    from feed f
    join rpt_indicator_result r on r.round = f.round and r.indicator = f.from_indicator
    group by all
),
rated as (
    select
        *,
        carried_rate(expert_hundredths, max_hundredths) as rate,
        carried_rate(self_hundredths, max_hundredths) as self_rate
    from district_row
),
city_row as (
    select
        round,
        '' as district,
        scope,
        code,
        series_framework,
        segment,
        count(rate) as n,
        count(self_rate) as n_self,
        sum(expert_hundredths) as points,
        sum(self_hundredths) as self_points,
        max(max_hundredths) as max_hundredths,
        sum(rate) as rates,
        sum(self_rate) as self_rates,
        reason,
        detail
    from rated
    group by all
)
select
    round,
    district,
    scope,
    code,
    series_framework,
    segment,
    (expert_hundredths * 0.01)::decimal(12, 4) as points,
    (self_hundredths * 0.01)::decimal(12, 4) as self_points,
    (max_hundredths * 0.01)::decimal(12, 4) as max_points,
    rate,
    self_rate,
    (rate is not null)::integer as n,
    (self_rate is not null)::integer as n_self,
    reason,
    detail
from rated
union all
select
    round,
    district,
    scope,
    code,
    series_framework,
    segment,
    case when n > 0 then mean_carried(points, n) end,
    case when n_self > 0 then mean_carried(self_points, n_self) end,
    (max_hundredths * 0.01)::decimal(12, 4),
    case when n > 0 then mean_rate(rates, n) end,
    case when n_self > 0 then mean_rate(self_rates, n_self) end,
    n,
    n_self,
    reason,
    detail
from city_row
order by round, district, scope, code
