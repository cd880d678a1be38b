select c.file, c.unit, null as sheet, null as cell, null as source_row, null as indicator, null as rater, null as expert,
    '' as value, '' as expected, string_agg(distinct h.load::varchar, '、') as detail,
    string_agg(distinct h.load::varchar, ', ') as detail_en
from stg_change c
join stg_file f using (file)
join hst_score h on h.round = c.round and h.district = c.district and h.indicator = c.indicator and h.rater = c.rater and h.expert = c.expert
    and h.source_file = f.source_file and h.points = c.points and h.reason = 'superseded'
where c.kind = 'superseded'
group by c.file, c.unit
