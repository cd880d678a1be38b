-- severity: block
-- zh: 主题表中有重复的行
-- en: A row that stands twice in a mart
select 'rpt_indicator_result' as mart, concat_ws('/', round, district, indicator) as key
from rpt_indicator_result semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_indicator_change', concat_ws('/', round, district, indicator)
from rpt_indicator_change semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_dimension_result', concat_ws('/', round, district, dimension)
from rpt_dimension_result semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_ranking', concat_ws('/', round, dimension, rater, district)
from rpt_ranking semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_indicator_summary', concat_ws('/', round, indicator)
from rpt_indicator_summary semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_round_summary', round
from rpt_round_summary semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_trend', concat_ws('/', round, district, scope, code)
from rpt_trend semi join changed_round using (round) group by all having count(*) > 1
