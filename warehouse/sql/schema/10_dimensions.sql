-- What is evaluated, who is evaluated and when. Comments are read back from the snapshot: '中文 | English'.

create table if not exists dim_framework (
    framework varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
    effective_from date not null
);
comment on table dim_framework is '指标体系：每行一个版本 | Indicator frameworks, one row per version';
comment on column dim_framework.framework is '指标体系代码 | Framework code';
comment on column dim_framework.name_zh is '中文名称 | Name in Chinese';
comment on column dim_framework.name_en is '英文名称 | Name in English';
comment on column dim_framework.effective_from is '启用日期 | First day on which the framework applies';

create table if not exists dim_dimension (
    framework varchar not null,
    dimension varchar not null,
    position integer not null,
    name_zh varchar not null,
    name_en varchar not null,
    max_points decimal(6, 2) not null
);
comment on table dim_dimension is '一级指标：每行一个指标体系中的一项一级指标 | Dimensions, one row per framework and dimension';
comment on column dim_dimension.framework is '指标体系代码 | Framework code';
comment on column dim_dimension.dimension is '一级指标代码 | Dimension code, text';
comment on column dim_dimension.position is '在指标体系中的顺序 | Order within the framework, from 1';
comment on column dim_dimension.name_zh is '中文名称 | Name in Chinese';
comment on column dim_dimension.name_en is '英文名称 | Name in English';
comment on column dim_dimension.max_points is '分值合计（分）| Most points that the dimension can score';

create table if not exists dim_indicator (
    framework varchar not null,
    indicator varchar not null,
    dimension varchar not null,
    position integer not null,
    number_zh varchar not null,
    max_points decimal(6, 2) not null,
    hearing boolean not null,
    documents boolean not null,
    interviews boolean not null,
    site_visit boolean not null,
    text_zh varchar not null,
    label_zh varchar not null,
    label_en varchar not null
);
comment on table dim_indicator is '二级指标：每行一个指标体系中的一项二级指标 | Indicators, one row per framework and indicator';
comment on column dim_indicator.framework is '指标体系代码 | Framework code';
comment on column dim_indicator.indicator is '二级指标代码，文本 | Indicator code, text: never a number';
comment on column dim_indicator.dimension is '所属一级指标代码 | Dimension the indicator belongs to';
comment on column dim_indicator.position is '在一级指标内的序号 | Number within its dimension, from 1';
comment on column dim_indicator.number_zh is '显示编号，如 二.10 | Number shown to people, such as 二.10; text';
comment on column dim_indicator.max_points is '分值（分）| Most points that the indicator can score';
comment on column dim_indicator.hearing is '信息采集方式：听取汇报 | Collected by hearing a report';
comment on column dim_indicator.documents is '信息采集方式：查阅资料 | Collected from documents';
comment on column dim_indicator.interviews is '信息采集方式：座谈访谈 | Collected by interviews';
comment on column dim_indicator.site_visit is '信息采集方式：考察调研 | Collected on a site visit';
comment on column dim_indicator.text_zh is '官方原文，逐字 | Official text, word for word';
comment on column dim_indicator.label_zh is '简称 | Short label in Chinese';
comment on column dim_indicator.label_en is '英文简称 | Short label in English';

create table if not exists dim_district (
    district varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
    short_zh varchar not null,
    zone varchar not null,
    zone_zh varchar not null,
    zone_en varchar not null,
    population bigint
);
comment on table dim_district is '区：每行一个区，所属功能区为简化归类 | Districts; one zone per district is a simplification';
comment on column dim_district.district is 'GB/T 2260 行政区划代码 | GB/T 2260 code';
comment on column dim_district.name_zh is '中文名称 | Name in Chinese';
comment on column dim_district.name_en is '英文名称 | Name in English';
comment on column dim_district.short_zh is '简称，不带“区”字 | Short name in Chinese';
comment on column dim_district.zone is '功能区代码（同类比较组）| Zone code: the peer group';
comment on column dim_district.zone_zh is '功能区名称 | Zone name in Chinese';
comment on column dim_district.zone_en is '功能区英文名称 | Zone name in English';
comment on column dim_district.population is '常住人口（人，2020年普查）| Resident population, persons, 2020 census';

create table if not exists dim_round (
    round varchar not null,
    framework varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
    date date not null
);
comment on table dim_round is '评估轮次：每行一轮，装载前登记 | Rounds, registered before anything is loaded';
comment on column dim_round.round is '评估轮次代码 | Round code';
comment on column dim_round.framework is '该轮所用指标体系 | Framework the round is scored on';
comment on column dim_round.name_zh is '中文名称 | Name in Chinese';
comment on column dim_round.name_en is '英文名称 | Name in English';
comment on column dim_round.date is '评估日期，决定先后 | Date of the round; it orders the rounds';

create table if not exists indicator_lineage (
    from_framework varchar not null,
    from_indicator varchar,
    to_framework varchar not null,
    to_indicator varchar,
    share decimal(9, 6) not null,
    kind varchar not null
);
comment on table indicator_lineage is '指标沿革：新旧指标体系间的对应关系 | How indicators of one framework became those of the next';
comment on column indicator_lineage.from_framework is '原指标体系 | Earlier framework';
comment on column indicator_lineage.from_indicator is '原二级指标；新增时为空 | Earlier indicator; null for a new one';
comment on column indicator_lineage.to_framework is '新指标体系 | Later framework';
comment on column indicator_lineage.to_indicator is '新二级指标；取消时为空 | Later indicator; null for a dropped one';
comment on column indicator_lineage.share is '原指标转入新指标的份额（0–1）| Share of the earlier indicator that went into the later one, 0 to 1';
comment on column indicator_lineage.kind is '类型：identical 相同、rescaled 改分值、split 拆分、merged 合并、new 新增、dropped 取消 | identical, rescaled, split, merged, new or dropped';
