select u.file, s.unit, s.sheet, s.cell, s.source_row, s.indicator, s.rater, s.expert, s.value, plain(f.points) as expected, '' as detail
from stg_score s
join stg_unit u using (unit)
join fct_score f on f.round = u.round and f.district = u.district and f.indicator = s.indicator and f.rater = s.rater and f.expert = s.expert
semi join stg_good using (unit)
anti join stg_good g on g.round = u.round and g.district = u.district and g.indicator = s.indicator and g.rater = s.rater and g.expert = s.expert
where s.readable and s.points is null
