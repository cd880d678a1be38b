-- grain: one row per round and dimension of its framework or the total (dimension = 'total')
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: AgreementMart.Scopes
create table rpt_agreement (
    round varchar not null,
    dimension varchar not null,
    n integer not null,
    excluded integer not null,
    bias double,
    bias_low double,
    bias_high double,
    sd double,
    limit_low double,
    limit_low_low double,
    limit_low_high double,
    limit_high double,
    limit_high_low double,
    limit_high_high double,
    ccc double,
    pearson double,
    pearson_low double,
    pearson_high double,
    bias_correction double,
    gap_mean double,
    gap_residual_sd double,
    gap_cells integer
);
comment on table rpt_agreement is '自评与专评的一致性：每行一个轮次、一级指标或总分，跨自评专评齐全的区，以得分率计；未给出的值及原因见 rpt_withheld | Agreement of self and expert score rates over the districts that have both: one row per round and dimension or total; what is null has its reason in rpt_withheld';
comment on column rpt_agreement.round is '评估轮次 | Round';
comment on column rpt_agreement.dimension is '一级指标代码；总分为 total | Dimension; total for the total';
comment on column rpt_agreement.n is '自评专评都齐全的区数 | Districts complete in both';
comment on column rpt_agreement.excluded is '参评但任一不齐全的区数 | Districts evaluated but incomplete in one';
comment on column rpt_agreement.bias is '平均差：自评减专评（得分率）| Mean of self minus expert, rate';
comment on column rpt_agreement.bias_low is '平均差 95% 区间下限（t）| Lower end of its 95 % t interval';
comment on column rpt_agreement.bias_high is '平均差 95% 区间上限 | Upper end';
comment on column rpt_agreement.sd is '差值标准差（得分率）| SD of the differences, rate';
comment on column rpt_agreement.limit_low is '一致性界限下限：平均差 − 1.96 标准差 | Lower limit of agreement: bias − 1.96 SD';
comment on column rpt_agreement.limit_low_low is '下限的 95% 区间下限 | Lower end of the lower limit''s interval';
comment on column rpt_agreement.limit_low_high is '下限的 95% 区间上限 | Upper end of the lower limit''s interval';
comment on column rpt_agreement.limit_high is '一致性界限上限：平均差 + 1.96 标准差 | Upper limit of agreement: bias + 1.96 SD';
comment on column rpt_agreement.limit_high_low is '上限的 95% 区间下限 | Lower end of the upper limit''s interval';
comment on column rpt_agreement.limit_high_high is '上限的 95% 区间上限 | Upper end of the upper limit''s interval';
comment on column rpt_agreement.ccc is '林氏一致性相关系数 | Lin''s concordance correlation';
comment on column rpt_agreement.pearson is '皮尔逊相关系数 | Pearson''s r';
comment on column rpt_agreement.pearson_low is '其 95% 区间下限（Fisher）| Lower end of its Fisher interval';
comment on column rpt_agreement.pearson_high is '其 95% 区间上限 | Upper end';
comment on column rpt_agreement.bias_correction is 'C_b = 一致性相关 ÷ 皮尔逊相关 | C_b: how close the line of the pairs is to the line of equality';
comment on column rpt_agreement.gap_mean is '双向分解的总平均差 μ（得分率）；只在总分行 | μ of the two-way decomposition, rate; in the row of the total alone';
comment on column rpt_agreement.gap_residual_sd is '双向分解的残差标准差；只在总分行 | Residual SD of the decomposition; in the row of the total alone';
comment on column rpt_agreement.gap_cells is '双向分解的格数；只在总分行 | Cells of the decomposition; in the row of the total alone';
