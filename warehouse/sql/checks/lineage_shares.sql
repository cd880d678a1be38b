-- severity: block
-- zh: 原指标转入各新指标的份额之和不为 1
-- en: The shares of an earlier indicator do not add up to one
select
    from_framework,
    to_framework,
    from_indicator,
    sum(share) as shares
from indicator_lineage
where from_indicator is not null
group by all
having sum(share) <> 1
