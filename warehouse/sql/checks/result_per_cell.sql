-- severity: block
-- zh: 某区某轮的指标结果不是每项指标恰好一行
-- en: A district in a round without exactly one result for each indicator of the framework
with expected as (
    select framework, count(*) as indicators from dim_indicator group by framework
)
select
    r.round,
    r.district,
    count(*) as results,
    count(distinct r.indicator) as indicators,
    e.indicators as expected
from (from rpt_indicator_result semi join changed_round using (round)) r
join dim_round o using (round)
join expected e using (framework)
group by all
having count(*) <> e.indicators or count(distinct r.indicator) <> e.indicators
