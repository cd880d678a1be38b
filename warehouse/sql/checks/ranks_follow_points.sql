-- severity: block
-- zh: 名次与得分不符，或不全的区有名次
-- en: A rank that the points do not give, or a rank without all scores
select
    round,
    dimension,
    rater,
    district,
    rank,
    points,
    complete
from (
    select
        *,
        1 + count(*) filter (complete) over (
            partition by round, dimension, rater
            order by case when complete then points end desc nulls last
            range between unbounded preceding and current row exclude group
        ) as expected
    from rpt_ranking
    semi join changed_round using (round)
)
where case when complete then rank is distinct from expected else rank is not null end
