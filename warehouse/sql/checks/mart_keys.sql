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
union all
select 'rpt_rank_interval', concat_ws('/', round, dimension, district)
from rpt_rank_interval semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_rank_pair', concat_ws('/', round, district, other)
from rpt_rank_pair semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_rank_robustness', concat_ws('/', round, district)
from rpt_rank_robustness semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_agreement', concat_ws('/', round, dimension)
from rpt_agreement semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_agreement_indicator', concat_ws('/', round, indicator)
from rpt_agreement_indicator semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_agreement_district', concat_ws('/', round, district)
from rpt_agreement_district semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_gap_residual', concat_ws('/', round, district, indicator)
from rpt_gap_residual semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_panel_reliability', concat_ws('/', round, code)
from rpt_panel_reliability semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_expert_severity', concat_ws('/', round, expert)
from rpt_expert_severity semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_severity_adjusted', concat_ws('/', round, district)
from rpt_severity_adjusted semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_indicator_quality', concat_ws('/', round, indicator)
from rpt_indicator_quality semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_scale_quality', concat_ws('/', round, dimension)
from rpt_scale_quality semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_round_change', concat_ws('/', round, scope, code)
from rpt_round_change semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_withheld', concat_ws('/', round, mart, statistic, district, code)
from rpt_withheld semi join changed_round using (round) group by all having count(*) > 1
union all
select 'rpt_crosswalk', concat_ws('/', to_framework, scope, code, from_framework, from_indicator)
from rpt_crosswalk group by all having count(*) > 1
union all
select 'rpt_comparability', concat_ws('/', to_framework, scope, code, from_framework)
from rpt_comparability group by all having count(*) > 1
