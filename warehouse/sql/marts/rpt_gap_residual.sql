-- grain: one row per round, district and indicator with a gap
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: AgreementMart.Cells
create table rpt_gap_residual (
    round varchar not null,
    district varchar not null,
    indicator varchar not null,
    gap_rate double not null,
    expected_rate double not null,
    residual_rate double not null,
    place integer not null
);
comment on table rpt_gap_residual is '自评专评分歧：每行一个轮次、区、二级指标；差值 = 总平均 + 区效应 + 指标效应 + 残差，以得分率计 | Disagreements of self and expert: gap = mean + district + indicator + residual, as rates; one row per round, district and indicator';
comment on column rpt_gap_residual.round is '评估轮次 | Round';
comment on column rpt_gap_residual.district is '区代码 | District';
comment on column rpt_gap_residual.indicator is '二级指标代码 | Indicator';
comment on column rpt_gap_residual.gap_rate is '自评减专评 | Self minus expert';
comment on column rpt_gap_residual.expected_rate is '由区和指标效应预期的差值 | Gap expected from district and indicator';
comment on column rpt_gap_residual.residual_rate is '残差：效应不能解释的部分 | Residual: what neither explains';
comment on column rpt_gap_residual.place is '按残差绝对值从大到小的序号 | Place by size of the residual, 1 is the largest disagreement';
