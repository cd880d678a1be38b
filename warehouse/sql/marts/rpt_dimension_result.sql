-- grain: one row per round, district and dimension of its framework, and one for the total (dimension = 'total')
-- depends on: rpt_indicator_result
-- rebuilds: own
create table rpt_dimension_result (
    round varchar not null,
    district varchar not null,
    dimension varchar not null,
    position integer not null,
    max_points decimal(8, 2) not null,
    indicators integer not null,
    indicators_self integer not null,
    indicators_expert integer not null,
    self_points decimal(8, 2),
    expert_points decimal(8, 2),
    self_complete boolean not null,
    expert_complete boolean not null,
    self_rate decimal(9, 6),
    expert_rate decimal(9, 6),
    gap_points decimal(8, 2),
    gap_rate decimal(9, 6),
    points_lost decimal(8, 2),
    self_rank integer,
    expert_rank integer
);
comment on table rpt_dimension_result is '一级指标与总分结果：每行一个轮次、参评区、一级指标，总分记为 total | Results by dimension, and the total as dimension total: one row per round, evaluated district and dimension';
comment on column rpt_dimension_result.round is '评估轮次 | Round';
comment on column rpt_dimension_result.district is '区代码 | District';
comment on column rpt_dimension_result.dimension is '一级指标代码；总分为 total | Dimension; total for the total';
comment on column rpt_dimension_result.position is '一级指标顺序；总分为 0 | Order of the dimension; 0 for the total';
comment on column rpt_dimension_result.max_points is '分值合计（分）| Max points';
comment on column rpt_dimension_result.indicators is '应评指标数 | Indicators expected';
comment on column rpt_dimension_result.indicators_self is '有自评分的指标数 | Indicators with a self score';
comment on column rpt_dimension_result.indicators_expert is '有专家评分的指标数 | Indicators with an expert score';
comment on column rpt_dimension_result.self_points is '已有自评分之和（分）；全无则为空 | Sum of the self scores there are, points; null when there is none';
comment on column rpt_dimension_result.expert_points is '已有专家评分之和（分）；全无则为空 | Sum of the expert scores there are, points; null when there is none';
comment on column rpt_dimension_result.self_complete is '自评是否齐全 | Whether every indicator has a self score';
comment on column rpt_dimension_result.expert_complete is '专家评分是否齐全 | Whether every indicator has an expert score';
comment on column rpt_dimension_result.self_rate is '自评得分率（0–1）；不全则为空 | Self score rate; null when incomplete';
comment on column rpt_dimension_result.expert_rate is '专家得分率（0–1）；不全则为空 | Expert score rate; null when incomplete';
comment on column rpt_dimension_result.gap_points is '自评减专评（分）；任一不全则为空 | Self minus expert, points; null unless both are complete';
comment on column rpt_dimension_result.gap_rate is '自评减专评（得分率）| Self minus expert, rate';
comment on column rpt_dimension_result.points_lost is '失分（分）；专家评分不全则为空 | Points lost; null when the expert scores are incomplete';
comment on column rpt_dimension_result.self_rank is '自评名次（同分同名次）；不全则为空 | Rank by self score, ties share; null when incomplete';
comment on column rpt_dimension_result.expert_rank is '专家评分名次（同分同名次）；不全则为空 | Rank by expert score, ties share; null when incomplete';

-- build
with cell as (
    select * from rpt_indicator_result semi join build_round using (round)
),
summed as (
    select
        round,
        district,
        coalesce(dimension, 'total') as dimension,
        sum(max_points) as max_points,
        count(*) as indicators,
        count(self_points) as indicators_self,
        count(expert_points) as indicators_expert,
        sum(self_points) as self_points,
        sum(expert_points) as expert_points,
        indicators_self = indicators as self_complete,
        indicators_expert = indicators as expert_complete
    from cell
    group by grouping sets ((round, district, dimension), (round, district))
)
select
    s.round,
    s.district,
    s.dimension,
    coalesce(d.position, 0) as position,
    s.max_points,
    s.indicators,
    s.indicators_self,
    s.indicators_expert,
    s.self_points,
    s.expert_points,
    s.self_complete,
    s.expert_complete,
    case when s.self_complete then ratio(s.self_points, s.max_points) end as self_rate,
    case when s.expert_complete then ratio(s.expert_points, s.max_points) end as expert_rate,
    case when s.self_complete and s.expert_complete then s.self_points - s.expert_points end as gap_points,
    case when s.self_complete and s.expert_complete then ratio(s.self_points - s.expert_points, s.max_points) end as gap_rate,
    case when s.expert_complete then s.max_points - s.expert_points end as points_lost,
    case when s.self_complete then
        rank() over (partition by s.round, s.dimension order by case when s.self_complete then s.self_points end desc nulls last)
    end as self_rank,
    case when s.expert_complete then
        rank() over (partition by s.round, s.dimension order by case when s.expert_complete then s.expert_points end desc nulls last)
    end as expert_rank
from summed s
join dim_round r using (round)
left join dim_dimension d on d.framework = r.framework and d.dimension = s.dimension
order by s.round, s.district, position
