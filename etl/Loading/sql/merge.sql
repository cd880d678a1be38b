insert into hst_score
select f.*, $load as ended_by, $now as ended_at, 'superseded' as reason
from fct_score f
semi join (from stg_change where kind = 'superseded') using (round, district, indicator, rater, expert);

delete from fct_score f
using stg_change c
where c.kind = 'superseded' and f.round = c.round and f.district = c.district and f.indicator = c.indicator
    and f.rater = c.rater and f.expert = c.expert;

insert into fct_score
select round, district, indicator, rater, expert, points, f.source_file, sheet, cell, source_row, note, $load
from stg_change
join stg_file f using (file)
where kind in ('added', 'superseded')
order by id;

-- The same value from another file: when the load in force is retracted, this one still stands.
insert into cnf_score
select c.round, c.district, c.indicator, c.rater, c.expert, c.points, f.source_file, c.sheet, c.cell, c.source_row, c.note, $load
from stg_confirmed c
join stg_file f using (file);
