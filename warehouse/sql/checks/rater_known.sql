-- severity: block
-- zh: 评分方不是 self 或 expert，或自评分带有专家代号
-- en: A rater that is neither self nor expert, or a self score with an expert's name
select
    round,
    district,
    indicator,
    rater,
    expert
from (from fct_score semi join changed_round using (round))
where rater not in ('self', 'expert') or (rater = 'self' and expert <> '')
