-- grain: one row per round and code: the total and each indicator
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: PanelMart.Reliability
create table rpt_panel_reliability (
    round varchar not null,
    scope varchar not null,
    code varchar not null,
    districts integer not null,
    experts integer not null,
    cells integer not null,
    crossed boolean not null,
    icc_a1 double,
    icc_a1_low double,
    icc_a1_high double,
    icc_ak double,
    icc_ak_low double,
    icc_ak_high double,
    krippendorff_alpha double,
    within_sd double
);
comment on table rpt_panel_reliability is '专家组评分信度：每行一个轮次、总分或二级指标，单位为区，评分者为署名专家；未给出的值及原因见 rpt_withheld | Reliability of the panel, districts by named experts: one row per round and indicator or total; what is null has its reason in rpt_withheld';
comment on column rpt_panel_reliability.round is '评估轮次 | Round';
comment on column rpt_panel_reliability.scope is '范围：total、indicator | total or indicator';
comment on column rpt_panel_reliability.code is '二级指标代码；总分为 total | Indicator; total for the total';
comment on column rpt_panel_reliability.districts is '有署名专家评分的区数 | Districts with a score of a named expert';
comment on column rpt_panel_reliability.experts is '署名专家数 | Named experts';
comment on column rpt_panel_reliability.cells is '单个评分数 | Single scores';
comment on column rpt_panel_reliability.crossed is '是否每位专家评了每个区 | Whether every expert scored every district';
comment on column rpt_panel_reliability.icc_a1 is 'ICC(A,1)：单个专家，绝对一致 | ICC(A,1): one expert, absolute agreement';
comment on column rpt_panel_reliability.icc_a1_low is '其 95% 区间下限（F）| Lower end of its 95 % F interval';
comment on column rpt_panel_reliability.icc_a1_high is '其 95% 区间上限 | Upper end';
comment on column rpt_panel_reliability.icc_ak is 'ICC(A,k)：专家组均值，绝对一致 | ICC(A,k): mean of the panel, absolute agreement';
comment on column rpt_panel_reliability.icc_ak_low is '其 95% 区间下限（F）| Lower end of its 95 % F interval';
comment on column rpt_panel_reliability.icc_ak_high is '其 95% 区间上限 | Upper end';
comment on column rpt_panel_reliability.krippendorff_alpha is '克里彭多夫 α（等距），允许缺格 | Krippendorff''s α for interval data; cells may be missing';
comment on column rpt_panel_reliability.within_sd is '同一区内专家间标准差（得分率）| Pooled SD of the experts within a district, rate';
