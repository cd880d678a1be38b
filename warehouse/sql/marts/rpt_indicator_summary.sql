-- grain: one row per round and indicator of its framework
-- depends on: rpt_indicator_result, rpt_crosswalk, rpt_comparability
-- rebuilds: later
create table rpt_indicator_summary (
    round varchar not null,
    indicator varchar not null,
    dimension varchar not null,
    max_points decimal(6, 2) not null,
    n integer not null,
    n_self integer not null,
    mean_points decimal(12, 4),
    mean_rate decimal(9, 6),
    self_mean_rate decimal(9, 6),
    median_rate decimal(9, 6),
    min_rate decimal(9, 6),
    max_rate decimal(9, 6),
    sd double,
    points_lost decimal(12, 4),
    points_lost_share decimal(9, 6),
    ceiling_share decimal(9, 6),
    floor_share decimal(9, 6),
    gap_rate decimal(9, 6),
    previous_round varchar,
    previous_mean_rate decimal(9, 6),
    change_rate decimal(9, 6),
    change_reason varchar
);
comment on table rpt_indicator_summary is '指标汇总：每行一个轮次、二级指标，跨参评区 | Indicators over the districts: one row per round and indicator';
comment on column rpt_indicator_summary.round is '评估轮次 | Round';
comment on column rpt_indicator_summary.indicator is '二级指标代码 | Indicator';
comment on column rpt_indicator_summary.dimension is '一级指标代码 | Dimension';
comment on column rpt_indicator_summary.max_points is '分值（分）| Max points';
comment on column rpt_indicator_summary.n is '有专家评分的区数 | Districts with an expert score';
comment on column rpt_indicator_summary.n_self is '有自评分的区数 | Districts with a self score';
comment on column rpt_indicator_summary.mean_points is '专家评分均值（分）| Mean expert score, points';
comment on column rpt_indicator_summary.mean_rate is '专家得分率均值（0–1）| Mean expert score rate';
comment on column rpt_indicator_summary.self_mean_rate is '自评得分率均值（0–1）| Mean self score rate';
comment on column rpt_indicator_summary.median_rate is '专家得分率中位数 | Median expert score rate';
comment on column rpt_indicator_summary.min_rate is '专家得分率最低值 | Lowest expert score rate';
comment on column rpt_indicator_summary.max_rate is '专家得分率最高值 | Highest expert score rate';
comment on column rpt_indicator_summary.sd is '专家评分标准差（分），少于 3 个区不给 | SD of the expert scores, points; null below 3 districts';
comment on column rpt_indicator_summary.points_lost is '平均每区失分（分）| Mean points lost per district';
comment on column rpt_indicator_summary.points_lost_share is '占全部失分的份额（0–1）| Share of all points lost, 0 to 1';
comment on column rpt_indicator_summary.ceiling_share is '满分的区所占份额（0–1）| Share of districts at max points';
comment on column rpt_indicator_summary.floor_share is '零分的区所占份额（0–1）| Share of districts at zero';
comment on column rpt_indicator_summary.gap_rate is '自评减专评的得分率均值（两者都有的区）| Mean gap of rates, over districts that have both';
comment on column rpt_indicator_summary.previous_round is '上一个有该指标的轮次 | Previous round with this indicator';
comment on column rpt_indicator_summary.previous_mean_rate is '当时专家得分率均值 | Mean expert score rate then';
comment on column rpt_indicator_summary.change_rate is '均值变化 | Change of the mean';
comment on column rpt_indicator_summary.change_reason is '换算方式：rescaled、split、merged；相同为空 | How the earlier rate was carried; null when identical';

-- build
with summed as (
    select
        r.round,
        r.indicator,
        r.dimension,
        r.max_points,
        count(r.expert_points) as n,
        count(r.self_points) as n_self,
        sum(r.expert_points) as expert_sum,
        sum(r.expert_rate) as expert_rates,
        sum(r.self_rate) as self_rates,
        list_sort(list(r.expert_rate) filter (r.expert_rate is not null)) as rates,
        min(r.expert_rate) as min_rate,
        max(r.expert_rate) as max_rate,
        sum(hundredths(r.expert_points)::hugeint * hundredths(r.expert_points)) as squares,
        sum(r.points_lost) as lost,
        count(*) filter (r.expert_points = r.max_points) as at_ceiling,
        count(*) filter (r.expert_points = 0) as at_floor,
        sum(r.gap_rate) as gaps,
        count(r.gap_rate) as n_gap
    from rpt_indicator_result r
    semi join build_round using (round)
    group by all
),
described as (
    select
        round,
        indicator,
        dimension,
        max_points,
        n,
        n_self,
        case when n > 0 then mean_points(expert_sum, n) end as mean_points,
        case when n > 0 then mean_rate(expert_rates, n) end as mean_rate,
        case when n_self > 0 then mean_rate(self_rates, n_self) end as self_mean_rate,
        case when n > 0 then mean_rate(middle(rates), 2) end as median_rate,
        min_rate,
        max_rate,
        case when n >= 3 then
            points_sd(n, expert_sum, squares)
        end as sd,
        case when n > 0 then mean_points(lost, n) end as points_lost,
        case when sum(lost) over (partition by round) > 0
            then ratio(lost, sum(lost) over (partition by round))
        end as points_lost_share,
        case when n > 0 then count_share(at_ceiling, n) end as ceiling_share,
        case when n > 0 then count_share(at_floor, n) end as floor_share,
        case when n_gap > 0 then mean_rate(gaps, n_gap) end as gap_rate
    from summed
),
carried as (
    select
        to_framework,
        round,
        round_no,
        indicator,
        sum(expert_hundredths) as hundredths,
        sum(max_hundredths) as max_hundredths
    from carried_result
    where expert_hundredths is not null
    group by all
)
select
    d.*,
    p.round as previous_round,
    carried_rate(c.hundredths, c.max_hundredths) as previous_mean_rate,
    d.mean_rate - previous_mean_rate as change_rate,
    k.reason as change_reason
from described d
join round_order o using (round)
asof left join carried c
    on c.to_framework = o.framework
    and c.indicator = d.indicator
    and c.round_no < o.round_no
left join round_order p on p.round = c.round
left join rpt_comparability k
    on k.to_framework = o.framework
    and k.scope = 'indicator'
    and k.code = d.indicator
    and k.from_framework = p.framework
order by d.round, d.indicator
