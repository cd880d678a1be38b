-- Within a unit each repeated cell is named; between units one line says how many scores agree with those of an earlier one.
with ranked as (
    select s.*, u.file, u.round, u.district, row_number() over (partition by unit, indicator, rater, expert order by id) as n
    from stg_score s
    join stg_unit u using (unit)
    where s.points is not null
),
firsts as (
    select *, min(unit) over (partition by round, district, indicator, rater, expert, points) as other
    from ranked
    where n = 1
),
same as (
    select file, unit, min_by(sheet, id) as sheet, other, count(*) as scores
    from firsts
    where other <> unit and round is not null and district is not null
    group by file, unit, other
)
select r.file, r.unit, r.sheet, r.cell, r.source_row, r.indicator, r.rater, r.expert, r.value, '' as expected,
    zh(concat_ws('!', f.sheet, f.cell)) as detail, en(concat_ws('!', f.sheet, f.cell)) as detail_en
from ranked r
join firsts f using (unit, indicator, rater, expert)
where r.n > 1 and r.points = f.points
union all
select s.file, s.unit, s.sheet, null, null, null, null, null, '', '',
    zh(concat_ws(' ', f.file_name, u.sheet)) || '，共 ' || s.scores || ' 项', en(concat_ws(' ', f.file_name, u.sheet)) || ', ' || s.scores || ' scores'
from same s
join stg_unit u on u.unit = s.other
join stg_file f on f.file = u.file
