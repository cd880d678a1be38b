-- The framework that a unit is judged by; where the round is not known, its own or the latest, so that its other faults are found as well.
create or replace temp table stg_framework as
select u.unit, coalesce(r.framework, u.framework, (select framework from dim_framework order by effective_from desc, framework desc limit 1)) as framework
from stg_unit u
left join dim_round r on r.round = u.round;
