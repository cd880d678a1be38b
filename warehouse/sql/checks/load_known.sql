-- severity: block
-- zh: 得分所属的装载批次没有记录
-- en: A score of a load that is not in the log
with used as (
    select load, round from fct_score semi join changed_round using (round)
    union all
    select load, round from hst_score semi join changed_round using (round)
    union all
    select ended_by, round from hst_score semi join changed_round using (round)
)
select distinct u.load, u.round
from used u
anti join log_load using (load)
