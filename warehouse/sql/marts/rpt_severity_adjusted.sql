-- grain: one row per round and district evaluated in a round whose severities are known
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: PanelMart.Adjustments
create table rpt_severity_adjusted (
    round varchar not null,
    district varchar not null,
    points decimal(12, 4),
    adjusted_points double,
    rank integer,
    adjusted_rank integer,
    places_moved integer
);
comment on table rpt_severity_adjusted is '宽严度调整后的排名，与官方排名并列，不取代官方排名：每行一个轮次、区；未给出的值及原因见 rpt_withheld | The ranking with severity taken out, beside the official one and never instead of it: one row per round and district; what is null has its reason in rpt_withheld';
comment on column rpt_severity_adjusted.round is '评估轮次 | Round';
comment on column rpt_severity_adjusted.district is '区代码 | District';
comment on column rpt_severity_adjusted.points is '官方总分（分）| Official total, points';
comment on column rpt_severity_adjusted.adjusted_points is '调整后的总分（分）| Adjusted total, points';
comment on column rpt_severity_adjusted.rank is '官方总分在可调整各区中的名次 | Rank by the official total among the districts that can be adjusted';
comment on column rpt_severity_adjusted.adjusted_rank is '调整后的名次 | Rank by the adjusted total';
comment on column rpt_severity_adjusted.places_moved is '名次变动：正为上升 | Places moved by the adjustment; positive is up';
