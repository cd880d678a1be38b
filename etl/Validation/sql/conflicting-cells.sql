with several as (
    select unit, indicator, rater, expert,
        string_agg(concat_ws('!', sheet, cell) || '=' || plain(points), '，' order by id) as detail
    from stg_score
    where points is not null
    group by all
    having count(distinct points) > 1
)
select u.file, s.unit, s.sheet, s.cell, s.source_row, s.indicator, s.rater, s.expert, s.value, '' as expected, m.detail
from stg_score s
join several m using (unit, indicator, rater, expert)
join stg_unit u using (unit)
where s.points is not null
