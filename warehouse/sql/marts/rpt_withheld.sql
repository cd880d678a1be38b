-- grain: one row per round, mart, statistic, district and code
-- depends on: rpt_rank_interval, rpt_rank_pair, rpt_rank_robustness, rpt_agreement, rpt_agreement_indicator, rpt_panel_reliability, rpt_expert_severity, rpt_severity_adjusted, rpt_indicator_quality, rpt_scale_quality, rpt_round_change
-- rebuilds: later
-- keeps: mart <> 'rpt_round_change'
-- computed: WithheldMart.Rows
create table rpt_withheld (
    round varchar not null,
    mart varchar not null,
    statistic varchar not null,
    district varchar not null,
    code varchar not null,
    reason varchar not null,
    message_zh varchar not null,
    message_en varchar not null
);
comment on table rpt_withheld is '未给出的统计量及原因：每行一个轮次、主题表、列、对象 | Statistics that are withheld, and why: one row per round, mart, column and what it is of';
comment on column rpt_withheld.round is '评估轮次 | Round';
comment on column rpt_withheld.mart is '主题表 | Mart';
comment on column rpt_withheld.statistic is '列名 | Column that is null';
comment on column rpt_withheld.district is '区代码；与区无关为空文本 | District; empty text where it is of none';
comment on column rpt_withheld.code is '指标、一级指标、专家或 total | Indicator, dimension or total';
comment on column rpt_withheld.reason is '原因代码：tooFew、noVariance、notCrossed、unconnected 等 | Reason as a code: tooFew, noVariance, notCrossed, unconnected and so on';
comment on column rpt_withheld.message_zh is '中文说明 | The reason in Chinese';
comment on column rpt_withheld.message_en is '英文说明 | The reason in English';
