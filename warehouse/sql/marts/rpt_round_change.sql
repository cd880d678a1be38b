-- grain: one row per round and series: the total, each dimension and each indicator of its framework
-- depends on: rpt_trend
-- rebuilds: later
-- computed: ChangeMart.Rows
create table rpt_round_change (
    round varchar not null,
    scope varchar not null,
    code varchar not null,
    previous_round varchar,
    n integer not null,
    n_effective integer not null,
    v double,
    p double,
    q double,
    minimum_p double,
    hodges_lehmann double,
    rank_biserial double,
    sd_before double,
    sd_after double,
    pitman_morgan_t double,
    pitman_morgan_p double,
    beta double,
    spearman double,
    spearman_p double,
    kendall_tau_b double,
    kendall_tau_b_p double,
    mean_rank_change double,
    page_rounds integer not null,
    page_n integer not null,
    page_l double,
    page_rising_p double,
    page_falling_p double,
    page_p double
);
comment on table rpt_round_change is '轮次间变化的检验：每行一个轮次、序列，跨区，与最近一个至少共有三个区的较早轮次比较，以得分率计；指标体系断开处不检验；未给出的值及原因见 rpt_withheld | Tests of change between rounds over districts, as rates, against the last earlier round with at least three of the same districts; never across a break of framework. One row per round and series; what is null has its reason in rpt_withheld';
comment on column rpt_round_change.round is '评估轮次 | Round';
comment on column rpt_round_change.scope is '范围：total、dimension、indicator | total, dimension or indicator';
comment on column rpt_round_change.code is '代码；总分为 total | Code; total for the total';
comment on column rpt_round_change.previous_round is '所比较的较早轮次 | The earlier round';
comment on column rpt_round_change.n is '两轮都有的区数 | Districts in both';
comment on column rpt_round_change.n_effective is '有变化的区数 | Districts that changed';
comment on column rpt_round_change.v is '上升的秩和 | Sum of the ranks of the rises';
comment on column rpt_round_change.p is '威尔科克森符号秩检验双侧 p | Two-sided p of Wilcoxon''s signed-rank test on the changes';
comment on column rpt_round_change.q is '同一范围内的错误发现率校正 | Benjamini–Hochberg q within the scope';
comment on column rpt_round_change.minimum_p is '该区数所能达到的最小 p | Least p that could be reached';
comment on column rpt_round_change.hodges_lehmann is '变化的霍奇斯-莱曼位移（得分率）| Hodges–Lehmann shift of the changes, rate';
comment on column rpt_round_change.rank_biserial is '秩二列相关 | Rank-biserial correlation';
comment on column rpt_round_change.sd_before is '较早轮次各区得分率的标准差 | SD over the districts, earlier round';
comment on column rpt_round_change.sd_after is '本轮的标准差 | SD over the same districts, this round';
comment on column rpt_round_change.pitman_morgan_t is '皮特曼-摩根 t：正为差距缩小（σ 收敛）| Pitman–Morgan t; positive when the spread has fallen';
comment on column rpt_round_change.pitman_morgan_p is '其双侧 p | Its two-sided p';
comment on column rpt_round_change.beta is 'β 斜率：变化对较早值的斜率，仅作描述 | Slope of the change on the earlier value, as description only';
comment on column rpt_round_change.spearman is '两轮名次的斯皮尔曼 ρ；指标行为空 | Spearman''s ρ between the rounds; null for indicators';
comment on column rpt_round_change.spearman_p is '其双侧 p | Its two-sided p';
comment on column rpt_round_change.kendall_tau_b is '肯德尔 τ-b；指标行为空 | Kendall''s τ-b; null for indicators';
comment on column rpt_round_change.kendall_tau_b_p is '其双侧 p | Its two-sided p';
comment on column rpt_round_change.mean_rank_change is '平均名次变动（位）；指标行为空 | Mean change of rank; null for indicators';
comment on column rpt_round_change.page_rounds is '佩奇检验所含轮数：同一区段内、至少含本轮一半区的轮次 | Rounds of Page''s test: those of the segment with at least half of this round''s districts';
comment on column rpt_round_change.page_n is '佩奇检验所含区数：各轮都有 | Districts with all of them';
comment on column rpt_round_change.page_l is '佩奇 L | Page''s L';
comment on column rpt_round_change.page_rising_p is '上升的单侧 p | One-sided p of a rise';
comment on column rpt_round_change.page_falling_p is '下降的单侧 p | One-sided p of a fall';
comment on column rpt_round_change.page_p is '双侧 p | Two-sided p';
