-- severity: block
-- zh: 一级指标的分值不等于其二级指标之和
-- en: A dimension whose points are not the sum of its indicators
select
    d.framework,
    d.dimension,
    d.max_points,
    sum(i.max_points) as indicator_points
from dim_dimension d
left join dim_indicator i using (framework, dimension)
group by all
having sum(i.max_points) is distinct from d.max_points
