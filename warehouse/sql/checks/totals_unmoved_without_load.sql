-- severity: block
-- zh: 没有新的装载批次，但某轮次的得分发生了变化
-- en: The scores of a round changed although no load touched it
with now as (
    select
        round,
        count(*) as scores,
        sum(points) as points,
        max(load) as last_load
    from fct_score
    group by round
),
ended as (
    select round, max(ended_by) as last_end from hst_score group by round
)
select
    m.round,
    m.scores as scores_before,
    coalesce(n.scores, 0) as scores_now,
    m.points as points_before,
    coalesce(n.points, 0) as points_now
from meta_round m
left join now n using (round)
left join ended e using (round)
where m.last_load = coalesce(n.last_load, 0)
    and m.last_end = coalesce(e.last_end, 0)
    and (m.scores <> coalesce(n.scores, 0) or m.points <> coalesce(n.points, 0))
