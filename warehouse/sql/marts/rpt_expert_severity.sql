-- grain: one row per round and named expert
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: PanelMart.Severities
create table rpt_expert_severity (
    round varchar not null,
    expert varchar not null,
    severity double,
    severity_low double,
    severity_high double,
    n integer not null
);
comment on table rpt_expert_severity is '专家宽严度：每行一个轮次、署名专家，最小二乘 得分率 = 格 + 专家；未给出的值及原因见 rpt_withheld | Severity of experts by least squares, rate = cell + expert: one row per round and named expert; what is null has its reason in rpt_withheld';
comment on column rpt_expert_severity.round is '评估轮次 | Round';
comment on column rpt_expert_severity.expert is '专家代号 | Expert';
comment on column rpt_expert_severity.severity is '宽严度（得分率）：正为偏宽，各专家合计为零 | Severity, rate: positive scores higher; they sum to zero';
comment on column rpt_expert_severity.severity_low is '95% 区间下限（t）| Lower end of its 95 % t interval';
comment on column rpt_expert_severity.severity_high is '95% 区间上限 | Upper end';
comment on column rpt_expert_severity.n is '该专家的评分数 | Scores that the expert gave';
