select u.file, s.unit, s.sheet, s.cell, s.source_row, s.indicator, s.rater, s.expert, s.value, '' as expected, '' as detail
from stg_score s
join stg_unit u using (unit)
where s.points < 0
