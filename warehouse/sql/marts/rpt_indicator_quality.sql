-- grain: one row per round and indicator of its framework
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: ItemMart.Indicators
create table rpt_indicator_quality (
    round varchar not null,
    indicator varchar not null,
    n integer not null,
    variance_share double,
    item_total double,
    item_total_low double,
    item_total_high double,
    ceiling_flagged boolean,
    floor_flagged boolean,
    gini double,
    quadrant varchar
);
comment on table rpt_indicator_quality is '指标分析：每行一个轮次、二级指标，跨专家评分齐全的区；未给出的值及原因见 rpt_withheld | Item analysis over the districts with all expert scores: one row per round and indicator; what is null has its reason in rpt_withheld';
comment on column rpt_indicator_quality.round is '评估轮次 | Round';
comment on column rpt_indicator_quality.indicator is '二级指标代码 | Indicator';
comment on column rpt_indicator_quality.n is '专家评分齐全的区数 | Districts with all expert scores';
comment on column rpt_indicator_quality.variance_share is '方差贡献：与总分的协方差 ÷ 总分方差，各指标合计为 1 | Share of the variance of the total; the shares add to 1';
comment on column rpt_indicator_quality.item_total is '校正的题总相关：与其余指标之和的相关 | Correlation with the sum of the other indicators';
comment on column rpt_indicator_quality.item_total_low is '其 95% 区间下限（Fisher）| Lower end of its Fisher interval';
comment on column rpt_indicator_quality.item_total_high is '其 95% 区间上限 | Upper end';
comment on column rpt_indicator_quality.ceiling_flagged is '满分的区达到 15% | Whether 15 % or more of the districts are at max points';
comment on column rpt_indicator_quality.floor_flagged is '零分的区达到 15% | Whether 15 % or more are at zero';
comment on column rpt_indicator_quality.gini is '该指标失分在各区间的基尼系数 | Gini of the points lost on the indicator, over districts';
comment on column rpt_indicator_quality.quadrant is '重要性—表现象限：concentrate 重而弱、keep_up 重而强、low_priority 轻而弱、possible_overkill 轻而强 | Importance and performance: concentrate (heavy, weak), keep_up (heavy, strong), low_priority (light, weak), possible_overkill (light, strong)';
