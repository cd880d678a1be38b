-- What the good scores would do to the store. Identical ones count once, at their first place.
create or replace temp table stg_change as
select g.*, f.points as earlier,
    case when f.points is null then 'added' when f.points = g.points then 'unchanged' else 'superseded' end as kind
from (
    select distinct on (round, district, indicator, rater, expert) * from stg_good order by id
) g
left join fct_score f using (round, district, indicator, rater, expert);
