-- severity: block
-- zh: 得分小于 0 或大于分值
-- en: Points below 0 or above the max points
select
    s.round,
    s.district,
    s.indicator,
    s.rater,
    s.expert,
    s.points,
    i.max_points
from (from fct_score semi join changed_round using (round)) s
join dim_round r using (round)
join dim_indicator i on i.framework = r.framework and i.indicator = s.indicator
where s.points not between 0 and i.max_points
