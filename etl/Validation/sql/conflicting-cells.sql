with several as (
    select unit, indicator, rater, expert,
        string_agg(zh(concat_ws('!', sheet, cell)) || '=' || plain(points), '，' order by id) as detail,
        string_agg(en(concat_ws('!', sheet, cell)) || ' = ' || plain(points), ', ' order by id) as detail_en
    from stg_score
    where points is not null
    group by all
    having count(distinct points) > 1
)
select u.file, s.unit, s.sheet, s.cell, s.source_row, s.indicator, s.rater, s.expert, s.value, '' as expected, m.detail, m.detail_en
from stg_score s
join several m using (unit, indicator, rater, expert)
join stg_unit u using (unit)
where s.points is not null
