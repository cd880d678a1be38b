-- grain: one row per later framework, scope, code and earlier framework
-- depends on:
-- rebuilds: catalog
-- computed: CrosswalkMart.Comparability
create table rpt_comparability (
    to_framework varchar not null,
    scope varchar not null,
    code varchar not null,
    from_framework varchar not null,
    comparable boolean not null,
    reason varchar,
    detail varchar
);
comment on table rpt_comparability is '可比性：指标、一级指标、总分能否与另一指标体系相比，以及原因 | Whether an indicator, dimension or total can be compared with another framework, and why';
comment on column rpt_comparability.to_framework is '指标体系 | Framework of the code';
comment on column rpt_comparability.scope is '范围：total、dimension、indicator | total, dimension or indicator';
comment on column rpt_comparability.code is '代码；总分为 total | Code; total for the total';
comment on column rpt_comparability.from_framework is '与之相比的指标体系 | Framework it is compared with';
comment on column rpt_comparability.comparable is '趋势能否连续（按得分率）| Whether a trend runs on, as rates';
comment on column rpt_comparability.reason is '原因代码，逗号分隔：rescaled、split、merged、moved、new、dropped、unlinked；完全相同为空 | Reason codes; null when all is identical';
comment on column rpt_comparability.detail is '涉及的指标 | The indicators concerned';
