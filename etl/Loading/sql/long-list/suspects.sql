-- Units of long lists that something may be said of: they are laid open, and judged as any others. All else is known to be right by itself.
insert into lst_unit
with place as (
    select l.place, u.unit, f.framework
    from lst_place l
    join stg_unit u using (unit)
    join stg_framework f using (unit)
),
bound as (
    select i.id, d.max_points, dense_rank() over (order by i.indicator) - 1 as line
    from lst_indicator i
    join dim_indicator d using (framework, indicator)
),
person as (
    select id, rater, expert, dense_rank() over (order by rater, expert) - 1 as seat from lst_whose
),
score as (
    select id, stored, (stored * 100)::integer as hundredths, points is not null and stored is null as wrong from lst_score
),
-- One number for each score that a unit can have, however it is written.
seated as (
    select p.unit, s.stored, s.wrong, b.max_points, b.line * (select count(*) from lst_whose) + w.seat as seat
    from lst_row r
    join place p using (place)
    join bound b on b.id = r.indicator
    join score s on s.id = r.score
    join person w on w.id = r.whose
),
unit as (
    select
        unit,
        count(*) as scores,
        count(stored) as points,
        bool_or(wrong or stored < 0 or stored > max_points) as out_of_range,
        $different as different
    from seated
    group by unit
),
-- The panel's own score beside the mean of its experts, in whole hundredths.
panel as (
    select
        p.unit,
        i.indicator,
        sum(s.hundredths) filter (w.expert <> '') as sum,
        count(s.hundredths) filter (w.expert <> '') as experts,
        any_value(s.hundredths) filter (w.expert = '') as consolidated
    from lst_row r
    join place p using (place)
    join lst_indicator i on i.id = r.indicator
    join score s on s.id = r.score
    join person w on w.id = r.whose and w.rater = 'expert'
    group by p.unit, i.indicator
),
elsewhere as (
    select round, district from stg_unit group by round, district having count(*) > 1
    union
    select distinct round, district from fct_score where round in (select round from stg_unit join unit using (unit))
)
select
    n.unit,
    n.scores,
    n.points,
    coalesce(n.out_of_range, false)
        or n.different <> n.scores
        or n.unit in (select unit from stg_score)
        or n.unit in (select unit from stg_fault where unit is not null)
        or n.unit in (select unit from panel where abs(sum - experts * consolidated) > 5 * experts)
        or e.round is not null as suspect
from unit n
join stg_unit u using (unit)
left join elsewhere e on e.round = u.round and e.district = u.district;

insert into stg_score
select
    score_id(u.file, r.source_row), u.unit, null, f.points_column || r.source_row, r.source_row, i.indicator, w.rater, w.expert, s.value, s.points, true,
    nullif(concat_ws('; ', p.note, i.note, w.note, s.note), '')
from lst_row r
join lst_place p using (place)
join lst_unit l using (unit)
join stg_unit u using (unit)
join lst_file f using (file)
join lst_indicator i on i.id = r.indicator
join lst_whose w on w.id = r.whose
join lst_score s on s.id = r.score
where l.suspect;

delete from lst_unit where suspect;
