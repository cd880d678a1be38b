-- severity: block
-- zh: 一级指标或总分不等于其指标之和
-- en: A dimension or total that is not the sum of its indicators
with indicator as (
    select
        round,
        district,
        coalesce(dimension, 'total') as dimension,
        sum(max_points) as max_points,
        sum(self_points) as self_points,
        sum(expert_points) as expert_points
    from (from rpt_indicator_result semi join changed_round using (round))
    group by grouping sets ((round, district, dimension), (round, district))
)
select
    coalesce(d.round, i.round) as round,
    coalesce(d.district, i.district) as district,
    coalesce(d.dimension, i.dimension) as dimension,
    d.expert_points,
    i.expert_points as expert_sum,
    d.self_points,
    i.self_points as self_sum
from (from rpt_dimension_result semi join changed_round using (round)) d
full join indicator i using (round, district, dimension)
where d.max_points is distinct from i.max_points
    or d.self_points is distinct from i.self_points
    or d.expert_points is distinct from i.expert_points
