-- grain: one row per round and ranked district
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: RankRobustnessMart.Rows
create table rpt_rank_robustness (
    round varchar not null,
    district varchar not null,
    rank integer not null,
    without_expert_best integer,
    without_expert_worst integer,
    without_expert_best_is varchar,
    without_expert_worst_is varchar,
    experts_left_out integer not null,
    without_indicator_best integer,
    without_indicator_worst integer,
    without_indicator_best_is varchar,
    without_indicator_worst_is varchar,
    indicators_left_out integer not null
);
comment on table rpt_rank_robustness is '逐一剔除：每行一个轮次、参加排名的区，逐一不计每位专家、每项指标时的名次范围；未给出的值及原因见 rpt_withheld | Leave one out: ranks of each district without each expert, and without each indicator, in turn; one row per round and ranked district; what is null has its reason in rpt_withheld';
comment on column rpt_rank_robustness.round is '评估轮次 | Round';
comment on column rpt_rank_robustness.district is '区代码 | District';
comment on column rpt_rank_robustness.rank is '官方名次 | Official rank';
comment on column rpt_rank_robustness.without_expert_best is '不计某位专家时的最好名次 | Best rank without one of the experts';
comment on column rpt_rank_robustness.without_expert_worst is '不计某位专家时的最差名次 | Worst rank without one of the experts';
comment on column rpt_rank_robustness.without_expert_best_is is '得到最好名次时不计的专家 | Expert left out for the best rank';
comment on column rpt_rank_robustness.without_expert_worst_is is '得到最差名次时不计的专家 | Expert left out for the worst rank';
comment on column rpt_rank_robustness.experts_left_out is '逐一不计的专家数 | Experts left out in turn';
comment on column rpt_rank_robustness.without_indicator_best is '不计某项指标时的最好名次 | Best rank without one of the indicators';
comment on column rpt_rank_robustness.without_indicator_worst is '不计某项指标时的最差名次 | Worst rank without one of the indicators';
comment on column rpt_rank_robustness.without_indicator_best_is is '得到最好名次时不计的指标 | Indicator left out for the best rank';
comment on column rpt_rank_robustness.without_indicator_worst_is is '得到最差名次时不计的指标 | Indicator left out for the worst rank';
comment on column rpt_rank_robustness.indicators_left_out is '逐一不计的指标数 | Indicators left out in turn';
