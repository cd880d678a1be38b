select u.file, s.unit, s.sheet, s.cell, s.source_row, s.indicator, s.rater, s.expert, s.value,
    plain(i.max_points) as expected, '' as detail
from stg_score s
join stg_unit u using (unit)
join stg_framework f using (unit)
join dim_indicator i on i.framework = f.framework and i.indicator = s.indicator
where s.points > i.max_points
