-- grain: one row per round, district and indicator that the district was scored on before
-- depends on: rpt_indicator_result, rpt_crosswalk, rpt_comparability
-- rebuilds: later
create table rpt_indicator_change (
    round varchar not null,
    district varchar not null,
    indicator varchar not null,
    previous_round varchar not null,
    previous_points decimal(6, 2),
    previous_rate decimal(9, 6) not null,
    change_rate decimal(9, 6) not null,
    reason varchar
);
comment on table rpt_indicator_change is '指标变化：与该区自己上一次有专家评分的一轮相比；指标体系不同的按换算后的得分率 | Change of an indicator since the district''s own previous evaluation; across frameworks on carried rates';
comment on column rpt_indicator_change.round is '评估轮次 | Round';
comment on column rpt_indicator_change.district is '区代码 | District';
comment on column rpt_indicator_change.indicator is '二级指标代码 | Indicator';
comment on column rpt_indicator_change.previous_round is '该区上一次有该指标专家评分的轮次 | The district''s previous round with an expert score here';
comment on column rpt_indicator_change.previous_points is '上次专家评分（分）；指标体系不同则为空 | Expert score then, points; null across frameworks';
comment on column rpt_indicator_change.previous_rate is '上次专家得分率（0–1）| Expert score rate then, 0 to 1';
comment on column rpt_indicator_change.change_rate is '得分率变化 | Change of the rate';
comment on column rpt_indicator_change.reason is '换算方式：rescaled、split、merged；相同为空 | How it was carried; null when identical';

-- build
with current_result as (
    select r.round, o.framework, o.round_no, r.district, r.indicator, r.expert_rate
    from rpt_indicator_result r
    semi join build_round using (round)
    join round_order o using (round)
    where r.expert_rate is not null
),
earlier as (
    select * from carried_result where expert_hundredths is not null
)
select
    c.round,
    c.district,
    c.indicator,
    o.round as previous_round,
    case when o.framework = c.framework then (e.expert_hundredths / 100)::decimal(6, 2) end as previous_points,
    carried_rate(e.expert_hundredths, e.max_hundredths) as previous_rate,
    c.expert_rate - previous_rate as change_rate,
    k.reason
from current_result c
asof join earlier e
    on e.to_framework = c.framework
    and e.district = c.district
    and e.indicator = c.indicator
    and e.round_no < c.round_no
join round_order o on o.round = e.round
left join rpt_comparability k
    on k.to_framework = c.framework
    and k.scope = 'indicator'
    and k.code = c.indicator
    and k.from_framework = o.framework
order by c.round, c.district, c.indicator
