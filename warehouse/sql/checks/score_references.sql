-- severity: block
-- zh: 得分的轮次、区或指标不在目录中
-- en: A score whose round, district or indicator is not in the catalog
select distinct
    s.round,
    s.district,
    s.indicator
from (from fct_score semi join changed_round using (round)) s
left join dim_round r using (round)
left join dim_indicator i on i.framework = r.framework and i.indicator = s.indicator
left join dim_district d on d.district = s.district
where r.round is null or i.indicator is null or d.district is null
