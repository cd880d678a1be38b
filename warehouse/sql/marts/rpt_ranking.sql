-- grain: one row per round, dimension (or total), rater and evaluated district
-- depends on: rpt_dimension_result, rpt_comparability
-- rebuilds: later
create table rpt_ranking (
    round varchar not null,
    dimension varchar not null,
    rater varchar not null,
    district varchar not null,
    rank integer,
    ranked integer not null,
    tied boolean not null,
    points decimal(8, 2),
    max_points decimal(8, 2) not null,
    rate decimal(9, 6),
    complete boolean not null,
    indicators_scored integer not null,
    indicators_expected integer not null,
    previous_round varchar,
    previous_rank integer,
    previous_ranked integer,
    previous_points decimal(8, 2),
    previous_rate decimal(9, 6),
    rank_change integer,
    rate_change decimal(9, 6),
    same_framework boolean
);
comment on table rpt_ranking is '排名：每行一个轮次、总分或一级指标、评分方、参评区；不全者不排名 | Rankings: one row per round, total or dimension, rater and evaluated district; incomplete ones have no rank';
comment on column rpt_ranking.round is '评估轮次 | Round';
comment on column rpt_ranking.dimension is '一级指标代码；总分为 total | Dimension; total for the total';
comment on column rpt_ranking.rater is '评分方：self、expert | self or expert';
comment on column rpt_ranking.district is '区代码 | District';
comment on column rpt_ranking.rank is '名次，同分同名次（1、2、2、4）；不全则为空 | Competition rank (1, 2, 2, 4); null when incomplete';
comment on column rpt_ranking.ranked is '本轮参加排名的区数 | Districts ranked in this round';
comment on column rpt_ranking.tied is '是否与他区同分 | Whether another district has the same points';
comment on column rpt_ranking.points is '已有得分之和（分）| Sum of the scores there are, points';
comment on column rpt_ranking.max_points is '分值合计（分）| Max points';
comment on column rpt_ranking.rate is '得分率（0–1）；不全则为空 | Score rate; null when incomplete';
comment on column rpt_ranking.complete is '是否齐全 | Whether every indicator is scored';
comment on column rpt_ranking.indicators_scored is '已评指标数 | Indicators scored';
comment on column rpt_ranking.indicators_expected is '应评指标数 | Indicators expected';
comment on column rpt_ranking.previous_round is '该区自己上一次齐全的轮次 | The district''s own previous complete round';
comment on column rpt_ranking.previous_rank is '当时名次 | Rank then';
comment on column rpt_ranking.previous_ranked is '当时参加排名的区数 | Districts ranked then';
comment on column rpt_ranking.previous_points is '当时得分（分）；指标体系不同则为空 | Points then; null across frameworks';
comment on column rpt_ranking.previous_rate is '当时得分率（0–1）| Score rate then';
comment on column rpt_ranking.rank_change is '名次变化，上升为正 | Places moved since, up is positive';
comment on column rpt_ranking.rate_change is '得分率变化 | Change of the rate';
comment on column rpt_ranking.same_framework is '与上次是否同一指标体系；不同只比得分率 | Whether then and now share a framework; if not, only rates compare';

-- build
with by_rater as (
    select round, dimension, 'expert' as rater, district, expert_rank as rank, expert_points as points, max_points,
        expert_rate as rate, expert_complete as complete, indicators_expert as indicators_scored, indicators
    from rpt_dimension_result
    union all
    select round, dimension, 'self', district, self_rank, self_points, max_points,
        self_rate, self_complete, indicators_self, indicators
    from rpt_dimension_result
),
ordered as (
    select
        b.*,
        o.round_no,
        o.framework,
        count(*) filter (b.complete) over (partition by b.round, b.dimension, b.rater) as ranked,
        b.complete and count(*) over (partition by b.round, b.dimension, b.rater, b.rank) > 1 as tied
    from by_rater b
    join round_order o using (round)
),
earlier as (
    select * from ordered where complete
),
paired as (
    select
        c.*,
        e.framework is not null
            and (e.framework = c.framework or c.dimension = 'total' or coalesce(k.comparable, false)) as has_previous,
        e.framework = c.framework as same,
        e.round as e_round,
        e.rank as e_rank,
        e.ranked as e_ranked,
        e.points as e_points,
        e.rate as e_rate
    from (from ordered semi join build_round using (round)) c
    asof left join earlier e
        on e.dimension = c.dimension
        and e.rater = c.rater
        and e.district = c.district
        and e.round_no < c.round_no
    left join rpt_comparability k
        on k.to_framework = c.framework
        and k.scope = 'dimension'
        and k.code = c.dimension
        and k.from_framework = e.framework
)
select
    round,
    dimension,
    rater,
    district,
    rank,
    ranked,
    tied,
    points,
    max_points,
    rate,
    complete,
    indicators_scored,
    indicators as indicators_expected,
    case when has_previous then e_round end as previous_round,
    case when has_previous then e_rank end as previous_rank,
    case when has_previous then e_ranked end as previous_ranked,
    case when has_previous and same then e_points end as previous_points,
    case when has_previous then e_rate end as previous_rate,
    case when has_previous then e_rank - rank end as rank_change,
    case when has_previous then rate - e_rate end as rate_change,
    case when has_previous then same end as same_framework
from paired
order by round, dimension, rater, rank nulls last, district
