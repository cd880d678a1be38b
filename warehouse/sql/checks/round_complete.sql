-- severity: warn
-- zh: 有参评区的自评或专家评分不全，不参加排名
-- en: An evaluated district without all self or expert scores; it is not ranked
select
    round,
    district,
    indicators,
    indicators_self,
    indicators_expert
from rpt_dimension_result
where dimension = 'total' and not (self_complete and expert_complete)
order by round, district
