-- grain: one row per round, district evaluated in it, and indicator of its framework
-- depends on:
-- rebuilds: own
-- runs: where the scores are; DuckDB and PostgreSQL both understand it
create table rpt_indicator_result (
    round varchar not null,
    district varchar not null,
    indicator varchar not null,
    dimension varchar not null,
    max_points decimal(6, 2) not null,
    self_points decimal(6, 2),
    expert_points decimal(6, 2),
    expert_source varchar,
    experts integer not null,
    expert_mean decimal(6, 2),
    expert_sd double,
    self_rate decimal(9, 6),
    expert_rate decimal(9, 6),
    gap_points decimal(6, 2),
    gap_rate decimal(9, 6),
    points_lost decimal(6, 2),
    rank integer
);
comment on table rpt_indicator_result is '指标结果：每行一个轮次、参评区、二级指标；未评为空，不计零 | Indicator results: one row per round, evaluated district and indicator; null where not scored, never zero';
comment on column rpt_indicator_result.round is '评估轮次 | Round';
comment on column rpt_indicator_result.district is '区代码 | District';
comment on column rpt_indicator_result.indicator is '二级指标代码 | Indicator';
comment on column rpt_indicator_result.dimension is '一级指标代码 | Dimension';
comment on column rpt_indicator_result.max_points is '分值（分）| Max points';
comment on column rpt_indicator_result.self_points is '自评分（分）| Self score, points';
comment on column rpt_indicator_result.expert_points is '专家评分（分）：有专家组综合分用综合分，否则为各专家均值（四舍五入到 0.01）| Expert score, points: the panel''s consolidated score if given, else the mean of its experts to 0.01';
comment on column rpt_indicator_result.expert_source is '专家评分来源：panel 综合分、mean 专家均值 | panel (consolidated) or mean (of experts)';
comment on column rpt_indicator_result.experts is '署名专家数 | Number of named experts';
comment on column rpt_indicator_result.expert_mean is '署名专家均值（分）| Mean of the named experts, points';
comment on column rpt_indicator_result.expert_sd is '署名专家标准差（分），少于 3 人不给 | SD of the named experts, points; null below 3 experts';
comment on column rpt_indicator_result.self_rate is '自评得分率（0–1）| Self score rate, 0 to 1';
comment on column rpt_indicator_result.expert_rate is '专家得分率（0–1）| Expert score rate, 0 to 1';
comment on column rpt_indicator_result.gap_points is '自评减专评（分）| Self minus expert, points';
comment on column rpt_indicator_result.gap_rate is '自评减专评（得分率）| Self minus expert, rate';
comment on column rpt_indicator_result.points_lost is '失分：分值减专家评分（分）| Points lost: max points minus expert score';
comment on column rpt_indicator_result.rank is '该指标专家评分在本轮各区中的名次 | Rank of the district within the indicator, by expert score';

-- build
with cell as (
    select
        round,
        district,
        indicator,
        max(points) filter (where rater = 'self') as self_points,
        max(points) filter (where rater = 'expert' and expert = '') as panel_points,
        count(*) filter (where rater = 'expert' and expert <> '') as experts,
        sum(points) filter (where rater = 'expert' and expert <> '') as expert_sum,
        sum(hundredths(points) * hundredths(points)) filter (where rater = 'expert' and expert <> '') as expert_squares
    from build_score
    group by round, district, indicator
),
evaluated as (
    select distinct round, district from cell
),
expected as (
    select
        e.round,
        e.district,
        i.indicator,
        i.dimension,
        i.max_points
    from evaluated e
    join dim_round r using (round)
    join dim_indicator i using (framework)
),
settled as (
    select
        e.*,
        c.self_points,
        coalesce(c.panel_points, panel_mean(c.expert_sum, c.experts)) as expert_points,
        case when c.panel_points is not null then 'panel' when c.experts > 0 then 'mean' end as expert_source,
        coalesce(c.experts, 0) as experts,
        case when c.experts > 0 then panel_mean(c.expert_sum, c.experts) end as expert_mean,
        case when c.experts >= 3 then
            points_sd(c.experts, c.expert_sum, c.expert_squares)
        end as expert_sd
    from expected e
    left join cell c using (round, district, indicator)
)
select
    round,
    district,
    indicator,
    dimension,
    max_points,
    self_points,
    expert_points,
    expert_source,
    experts,
    expert_mean,
    expert_sd,
    ratio(self_points, max_points) as self_rate,
    ratio(expert_points, max_points) as expert_rate,
    self_points - expert_points as gap_points,
    ratio(self_points - expert_points, max_points) as gap_rate,
    max_points - expert_points as points_lost,
    case when expert_points is not null then
        rank() over (partition by round, indicator order by expert_points desc nulls last)
    end as rank
from settled
order by round, district, indicator
