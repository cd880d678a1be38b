-- What the good scores would do to the store. Identical ones count once, at their first place.
create or replace temp table stg_change as
select g.*, f.points as earlier,
    case when f.points is null then 'added' when f.points = g.points then 'unchanged' else 'superseded' end as kind
from (
    select distinct on (round, district, indicator, rater, expert) * from stg_good order by id
) g
left join fct_score f using (round, district, indicator, rater, expert);

create or replace temp table stg_confirmed as
select c.*
from stg_change c
join stg_file f using (file)
join fct_score s using (round, district, indicator, rater, expert)
anti join cnf_score k on k.round = c.round and k.district = c.district and k.indicator = c.indicator and k.rater = c.rater
    and k.expert = c.expert and k.points = c.points and k.source_file = f.source_file
where c.kind = 'unchanged' and s.source_file <> f.source_file;
