with columns as (
    select unit, sheet, rater, expert, sum(points) as points
    from (select distinct on (unit, sheet, rater, expert, indicator) * from stg_score order by id)
    group by all
    having count(points) > 0
)
select u.file, c.unit, c.sheet, c.cell, c.source_row, null as indicator, c.rater, c.expert, c.value,
    plain(k.points) as expected, zh(c.head) as detail, en(c.head) as detail_en
from stg_claim c
join stg_unit u using (unit)
join columns k on k.unit = c.unit and k.sheet is not distinct from c.sheet and k.rater = c.rater and k.expert = c.expert
where c.indicator is null and c.points is null
