-- Scores that nothing speaks against. With $partial a fault takes back only what its scope covers.
create or replace temp table stg_good as
with rejects as (
    select f.*, r.scope from stg_fault f join stg_rule r using (rule) where r.severity = 'reject'
)
select s.*, u.file, u.round, u.district, f.file_name
from stg_score s
join stg_unit u using (unit)
join stg_file f using (file)
anti join (select unit from rejects where unit is not null and (scope = 'unit' or not $partial)) bad on bad.unit = s.unit
anti join (select unit, rater, expert from rejects where scope = 'rater') bad on bad.unit = s.unit and bad.rater = s.rater and bad.expert = s.expert
anti join (select unit, indicator from rejects where scope = 'indicator') bad on bad.unit = s.unit and bad.indicator = s.indicator
anti join (select unit, sheet, cell from rejects where scope = 'cell') bad on bad.unit = s.unit and bad.sheet is not distinct from s.sheet and bad.cell = s.cell
where s.readable and s.points is not null and u.round is not null and u.district is not null;
