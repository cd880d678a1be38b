-- grain: one row per round and district with a gap
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: AgreementMart.Districts
create table rpt_agreement_district (
    round varchar not null,
    district varchar not null,
    effect double not null,
    n integer not null
);
comment on table rpt_agreement_district is '自评偏差的区效应：每行一个轮次、区，来自双向分解，以得分率计 | Over-claiming by district, from the two-way decomposition of gaps, as rates: one row per round and district';
comment on column rpt_agreement_district.round is '评估轮次 | Round';
comment on column rpt_agreement_district.district is '区代码 | District';
comment on column rpt_agreement_district.effect is '区效应：高于平均为自评偏高 | District effect: positive where the district over-claims on all its indicators';
comment on column rpt_agreement_district.n is '有差值的指标数 | Indicators with a gap';
