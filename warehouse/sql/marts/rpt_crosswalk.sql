-- grain: one row per later framework, scope, code, earlier framework and earlier indicator
-- depends on:
-- rebuilds: catalog
-- computed: CrosswalkMart.Weights
create table rpt_crosswalk (
    to_framework varchar not null,
    scope varchar not null,
    code varchar not null,
    from_framework varchar not null,
    from_indicator varchar not null,
    weight decimal(9, 6) not null
);
comment on table rpt_crosswalk is '指标体系换算权重：原指标以多大份额计入新指标、一级指标或总分；同一体系内为 1 | Crosswalk: how much of an earlier indicator counts towards a later indicator, dimension or total; 1 within a framework';
comment on column rpt_crosswalk.to_framework is '换算到的指标体系 | Framework that is carried into';
comment on column rpt_crosswalk.scope is '范围：total 总分、dimension 一级指标、indicator 二级指标 | total, dimension or indicator';
comment on column rpt_crosswalk.code is '代码；总分为 total | Code; total for the total';
comment on column rpt_crosswalk.from_framework is '原指标体系 | Framework that is carried from';
comment on column rpt_crosswalk.from_indicator is '原二级指标 | Indicator that is carried';
comment on column rpt_crosswalk.weight is '计入份额（0–1）| Share that counts, 0 to 1';
