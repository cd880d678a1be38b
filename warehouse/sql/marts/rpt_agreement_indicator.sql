-- grain: one row per round and indicator of its framework
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: AgreementMart.Indicators
create table rpt_agreement_indicator (
    round varchar not null,
    indicator varchar not null,
    n integer not null,
    n_effective integer not null,
    v double,
    p double,
    q double,
    minimum_p double,
    hodges_lehmann double,
    rank_biserial double,
    effect double
);
comment on table rpt_agreement_indicator is '各指标自评与专评之差的检验：每行一个轮次、二级指标，跨区，以得分率计；未给出的值及原因见 rpt_withheld | Tests of self against expert by indicator, over districts, as rates: one row per round and indicator; what is null has its reason in rpt_withheld';
comment on column rpt_agreement_indicator.round is '评估轮次 | Round';
comment on column rpt_agreement_indicator.indicator is '二级指标代码 | Indicator';
comment on column rpt_agreement_indicator.n is '两种评分都有的区数 | Districts with both scores';
comment on column rpt_agreement_indicator.n_effective is '两种评分不同的区数（零差剔除）| Districts in which they differ; zeros are dropped';
comment on column rpt_agreement_indicator.v is '正差的秩和 | Sum of the ranks of the positive differences';
comment on column rpt_agreement_indicator.p is '威尔科克森符号秩检验双侧 p（精确）| Two-sided p of Wilcoxon''s signed-rank test, exact up to 300 districts';
comment on column rpt_agreement_indicator.q is '本轮各指标间的错误发现率校正 | Benjamini–Hochberg q over the tests of the round';
comment on column rpt_agreement_indicator.minimum_p is '该区数所能达到的最小 p | Least p that this number of differences could reach';
comment on column rpt_agreement_indicator.hodges_lehmann is '霍奇斯-莱曼位移（得分率）| Hodges–Lehmann shift, rate';
comment on column rpt_agreement_indicator.rank_biserial is '秩二列相关（−1 至 1）| Matched-pairs rank-biserial correlation';
comment on column rpt_agreement_indicator.effect is '双向分解的指标效应（得分率）：各区在此指标普遍偏高为正 | Indicator effect of the two-way decomposition, rate: positive where all districts over-claim';
