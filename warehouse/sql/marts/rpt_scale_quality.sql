-- grain: one row per round and dimension of its framework or the total (dimension = 'total')
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: ItemMart.Scopes
create table rpt_scale_quality (
    round varchar not null,
    dimension varchar not null,
    n integer not null,
    excluded integer not null,
    indicators integer not null,
    cronbach_alpha double,
    cronbach_alpha_low double,
    cronbach_alpha_high double,
    gini double,
    importance_line double,
    performance_line double
);
comment on table rpt_scale_quality is '量表分析：每行一个轮次、一级指标或总分；未给出的值及原因见 rpt_withheld | How the indicators of a dimension, or all, hang together: one row per round and dimension or total; what is null has its reason in rpt_withheld';
comment on column rpt_scale_quality.round is '评估轮次 | Round';
comment on column rpt_scale_quality.dimension is '一级指标代码；总分为 total | Dimension; total for the total';
comment on column rpt_scale_quality.n is '专家评分齐全的区数 | Districts with all expert scores';
comment on column rpt_scale_quality.excluded is '不齐全的区数 | Districts without';
comment on column rpt_scale_quality.indicators is '指标数 | Indicators';
comment on column rpt_scale_quality.cronbach_alpha is '克龙巴赫 α；形成性指标体系的 α 可以合理地低 | Cronbach''s α; a formative index may rightly have a low one';
comment on column rpt_scale_quality.cronbach_alpha_low is '其 95% 区间下限（Feldt）| Lower end of its Feldt interval';
comment on column rpt_scale_quality.cronbach_alpha_high is '其 95% 区间上限 | Upper end';
comment on column rpt_scale_quality.gini is '失分在各指标间的基尼系数 | Gini of the points lost, over indicators';
comment on column rpt_scale_quality.importance_line is '平均分值（分），只在总分行 | Mean max points, the line of importance; in the row of the total alone';
comment on column rpt_scale_quality.performance_line is '平均得分率，只在总分行 | Mean score rate, the line of performance; in the row of the total alone';
