-- Only among units that are right in themselves: a faulty one takes nobody with it.
with several as (
    select round, district, indicator, rater, expert,
        string_agg(zh(place) || '=' || plain(points), '，' order by id) as detail,
        string_agg(en(place) || ' = ' || plain(points), ', ' order by id) as detail_en
    from (select *, concat_ws('!', concat_ws(' ', file_name, sheet), cell) as place from stg_good)
    group by all
    having count(distinct points) > 1
)
select g.file, g.unit, g.sheet, g.cell, g.source_row, g.indicator, g.rater, g.expert, g.value, '' as expected, m.detail, m.detail_en
from stg_good g
join several m using (round, district, indicator, rater, expert)
