-- grain: one row per round that holds scores
-- depends on: rpt_indicator_result, rpt_dimension_result
-- rebuilds: own
create table rpt_round_summary (
    round varchar not null,
    framework varchar not null,
    indicators integer not null,
    max_points decimal(8, 2) not null,
    districts integer not null,
    evaluated integer not null,
    complete_expert integer not null,
    complete_self integer not null,
    mean_points decimal(12, 4),
    median_points decimal(12, 4),
    min_points decimal(8, 2),
    max_points_scored decimal(8, 2),
    sd double,
    mean_rate decimal(9, 6),
    median_rate decimal(9, 6),
    mean_self_points decimal(12, 4),
    mean_gap_points decimal(12, 4),
    experts integer not null,
    scores_self bigint not null,
    scores_expert bigint not null,
    scores_panel bigint not null
);
comment on table rpt_round_summary is '轮次汇总：每行一个有得分的轮次 | Rounds: one row per round that holds scores';
comment on column rpt_round_summary.round is '评估轮次 | Round';
comment on column rpt_round_summary.framework is '指标体系 | Framework';
comment on column rpt_round_summary.indicators is '二级指标数 | Number of indicators';
comment on column rpt_round_summary.max_points is '总分值（分）| Max points of the framework';
comment on column rpt_round_summary.districts is '目录中的区数 | Districts in the catalog';
comment on column rpt_round_summary.evaluated is '参评区数 | Districts with any score';
comment on column rpt_round_summary.complete_expert is '专家评分齐全的区数 | Districts with all expert scores';
comment on column rpt_round_summary.complete_self is '自评齐全的区数 | Districts with all self scores';
comment on column rpt_round_summary.mean_points is '专家总分均值（齐全的区，分）| Mean total by expert score over complete districts, points';
comment on column rpt_round_summary.median_points is '专家总分中位数（分）| Median total, points';
comment on column rpt_round_summary.min_points is '专家总分最低值（分）| Lowest total, points';
comment on column rpt_round_summary.max_points_scored is '专家总分最高值（分）| Highest total, points';
comment on column rpt_round_summary.sd is '专家总分标准差（分），少于 3 个区不给 | SD of totals, points; null below 3 districts';
comment on column rpt_round_summary.mean_rate is '专家总得分率均值（0–1）| Mean total rate';
comment on column rpt_round_summary.median_rate is '专家总得分率中位数（0–1）| Median total rate';
comment on column rpt_round_summary.mean_self_points is '自评总分均值（齐全的区，分）| Mean total by self score over complete districts, points';
comment on column rpt_round_summary.mean_gap_points is '自评减专评总分均值（两者都齐全的区，分）| Mean gap of totals over districts complete in both, points';
comment on column rpt_round_summary.experts is '署名专家数 | Named experts';
comment on column rpt_round_summary.scores_self is '自评分条数 | Self scores';
comment on column rpt_round_summary.scores_expert is '专家组综合分条数 | Consolidated expert scores';
comment on column rpt_round_summary.scores_panel is '署名专家评分条数 | Scores of named experts';

-- build
with score as (
    select
        round,
        count(distinct expert) filter (rater = 'expert' and expert <> '') as experts,
        count(*) filter (rater = 'self') as scores_self,
        count(*) filter (rater = 'expert' and expert = '') as scores_expert,
        count(*) filter (rater = 'expert' and expert <> '') as scores_panel
    from build_score
    group by all
),
total as (
    select
        round,
        max(indicators) as indicators,
        max(max_points) as max_points,
        count(*) as evaluated,
        count(*) filter (expert_complete) as complete_expert,
        count(*) filter (self_complete) as complete_self,
        sum(expert_points) filter (expert_complete) as points,
        sum(expert_rate) as rates,
        list_sort(list(expert_points) filter (expert_complete)) as sorted_points,
        list_sort(list(expert_rate) filter (expert_complete)) as sorted_rates,
        min(expert_points) filter (expert_complete) as min_points,
        max(expert_points) filter (expert_complete) as max_points_scored,
        sum(hundredths(expert_points)::hugeint * hundredths(expert_points)) filter (expert_complete) as squares,
        sum(self_points) filter (self_complete) as self_points,
        sum(gap_points) as gaps,
        count(gap_points) as n_gap
    from rpt_dimension_result
    semi join build_round using (round)
    where dimension = 'total'
    group by all
)
select
    t.round,
    r.framework,
    t.indicators,
    t.max_points,
    (select count(*) from dim_district) as districts,
    t.evaluated,
    t.complete_expert,
    t.complete_self,
    case when complete_expert > 0 then mean_points(points, complete_expert) end as mean_points,
    case when complete_expert > 0 then mean_points(middle(sorted_points), 2) end as median_points,
    t.min_points,
    t.max_points_scored,
    case when complete_expert >= 3 then
        points_sd(complete_expert, points, squares)
    end as sd,
    case when complete_expert > 0 then mean_rate(rates, complete_expert) end as mean_rate,
    case when complete_expert > 0 then mean_rate(middle(sorted_rates), 2) end as median_rate,
    case when complete_self > 0 then mean_points(self_points, complete_self) end as mean_self_points,
    case when n_gap > 0 then mean_points(gaps, n_gap) end as mean_gap_points,
    s.experts,
    s.scores_self,
    s.scores_expert,
    s.scores_panel
from total t
join dim_round r using (round)
join score s using (round)
order by t.round
