-- Only among units that are right in themselves: a faulty one takes nobody with it.
with several as (
    select round, district, indicator, rater, expert,
        string_agg(concat_ws('!', nullif(concat_ws(' ', file_name, sheet), ''), cell) || '=' || plain(points), '，' order by id) as detail
    from stg_good
    group by all
    having count(distinct points) > 1
)
select g.file, g.unit, g.sheet, g.cell, g.source_row, g.indicator, g.rater, g.expert, g.value, '' as expected, m.detail
from stg_good g
join several m using (round, district, indicator, rater, expert)
