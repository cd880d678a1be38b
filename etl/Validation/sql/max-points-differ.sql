select u.file, c.unit, c.sheet, c.cell, c.source_row, c.indicator, null as rater, null as expert, c.value,
    plain(i.max_points) as expected, '' as detail
from stg_claim c
join stg_unit u using (unit)
join stg_framework f using (unit)
join dim_indicator i on i.framework = f.framework and i.indicator = c.indicator
where c.points is distinct from i.max_points
