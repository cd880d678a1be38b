-- severity: block
-- zh: 同一轮次、区、指标、评分方、专家有多个现行得分
-- en: More than one score in force for a round, district, indicator, rater and expert
select
    round,
    district,
    indicator,
    rater,
    expert,
    count(*) as scores
from fct_score
semi join changed_round using (round)
group by all
having count(*) > 1
