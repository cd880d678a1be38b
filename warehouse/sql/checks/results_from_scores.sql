-- severity: block
-- zh: 指标结果与得分不一致
-- en: An indicator result that its scores do not give
with score as (
    select
        round,
        district,
        indicator,
        max(points) filter (rater = 'self') as self_points,
        max(points) filter (rater = 'expert' and expert = '') as panel_points,
        count(*) filter (rater = 'expert' and expert <> '') as experts
    from (from fct_score semi join changed_round using (round))
    group by all
)
select
    coalesce(r.round, s.round) as round,
    coalesce(r.district, s.district) as district,
    coalesce(r.indicator, s.indicator) as indicator,
    s.self_points as self_score,
    r.self_points as self_result,
    s.panel_points as expert_score,
    r.expert_points as expert_result
from score s
full join (from rpt_indicator_result semi join changed_round using (round)) r using (round, district, indicator)
where r.round is null
    or r.self_points is distinct from s.self_points
    or (s.panel_points is not null and r.expert_points <> s.panel_points)
    or (s.panel_points is null and (r.expert_points is not null) <> (coalesce(s.experts, 0) > 0))
