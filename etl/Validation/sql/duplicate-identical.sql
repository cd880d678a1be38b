-- Within a unit each repeated cell is named; between units one line says how many scores agree.
with ranked as (
    select s.*, u.file, u.round, u.district, row_number() over (partition by unit, indicator, rater, expert order by id) as n
    from stg_score s
    join stg_unit u using (unit)
    where s.points is not null
),
firsts as (
    select * from ranked where n = 1
),
same as (
    select b.file, b.unit, min_by(b.sheet, b.id) as sheet, a.unit as other, count(*) as scores
    from firsts a
    join firsts b on a.round = b.round and a.district = b.district and a.indicator = b.indicator and a.rater = b.rater
        and a.expert = b.expert and a.points = b.points and a.unit < b.unit
    group by b.file, b.unit, a.unit
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
