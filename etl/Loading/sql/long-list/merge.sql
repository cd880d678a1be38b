-- What long lists bring that nothing speaks against: all of it is new.
insert into fct_score
select
    u.round, u.district, i.indicator, w.rater, w.expert, s.stored, g.source_file, null, f.points_column || r.source_row, r.source_row,
    nullif(concat_ws('; ', p.note, i.note, w.note, s.note), ''), $load
from lst_row r
join lst_place p using (place)
semi join lst_unit l using (unit)
join stg_unit u using (unit)
join stg_file g using (file)
join lst_file f using (file)
join lst_indicator i on i.id = r.indicator
join lst_whose w on w.id = r.whose
join lst_score s on s.id = r.score
where s.stored is not null;
