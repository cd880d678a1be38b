-- No keys on facts: duplicates are checked before the merge and audited after it (a four-column key costs several times the load).

create table if not exists fct_score (
    round varchar not null,
    district varchar not null,
    indicator varchar not null,
    rater varchar not null,
    expert varchar not null,
    points decimal(6, 2) not null,
    source_file varchar not null,
    sheet varchar,
    cell varchar,
    source_row bigint,
    note varchar,
    load integer not null
);
comment on table fct_score is '现行得分：每行一个轮次、区、指标、评分方、专家 | Scores in force: one row per round, district, indicator, rater and expert';
comment on column fct_score.round is '评估轮次 | Round';
comment on column fct_score.district is '区代码 | District';
comment on column fct_score.indicator is '二级指标代码 | Indicator';
comment on column fct_score.rater is '评分方：self 自评、expert 专家 | Rater: self or expert';
comment on column fct_score.expert is '专家代号；自评或专家组综合分为空文本 | Expert; empty text for self scores and for the panel''s consolidated score';
comment on column fct_score.points is '得分（分）| Points';
comment on column fct_score.source_file is '来源文件的 SHA-256 | SHA-256 of the source file';
comment on column fct_score.sheet is '工作表、表格；CSV 为空 | Sheet or table within the file; null for CSV';
comment on column fct_score.cell is '单元格，如 H7 | Cell, such as H7';
comment on column fct_score.source_row is '来源行号，从 1 起 | Row in the source, from 1';
comment on column fct_score.note is '规范化说明，如 points: 5.5分 → 5.5；无则为空 | What was normalised on the way in, such as points: 5.5分 → 5.5; null when nothing was';
comment on column fct_score.load is '装载批次 | Load that brought the value';

create table if not exists hst_score (
    round varchar not null,
    district varchar not null,
    indicator varchar not null,
    rater varchar not null,
    expert varchar not null,
    points decimal(6, 2) not null,
    source_file varchar not null,
    sheet varchar,
    cell varchar,
    source_row bigint,
    note varchar,
    load integer not null,
    ended_by integer not null,
    ended_at timestamp not null,
    reason varchar not null
);
comment on table hst_score is '历史得分：被更正或撤回的得分，永不删除 | Earlier scores, superseded or retracted; never erased';
comment on column hst_score.round is '评估轮次 | Round';
comment on column hst_score.district is '区代码 | District';
comment on column hst_score.indicator is '二级指标代码 | Indicator';
comment on column hst_score.rater is '评分方：self 自评、expert 专家 | Rater: self or expert';
comment on column hst_score.expert is '专家代号 | Expert; empty text for none';
comment on column hst_score.points is '得分（分）| Points';
comment on column hst_score.source_file is '来源文件的 SHA-256 | SHA-256 of the source file';
comment on column hst_score.sheet is '工作表、表格 | Sheet or table';
comment on column hst_score.cell is '单元格 | Cell';
comment on column hst_score.source_row is '来源行号 | Row in the source';
comment on column hst_score.note is '规范化说明 | What was normalised on the way in';
comment on column hst_score.load is '带来该值的装载批次 | Load that brought the value';
comment on column hst_score.ended_by is '使其失效的装载批次 | Load that ended it';
comment on column hst_score.ended_at is '失效时间（UTC）| When it ended, UTC';
comment on column hst_score.reason is '原因：superseded 更正、retracted 撤回 | superseded or retracted';
