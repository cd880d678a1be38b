create table if not exists cnf_score (
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
comment on table cnf_score is '再次确认的得分：另一文件给出与现行值相同的得分；撤回现行值的批次时由它接替 | Scores that another file confirmed; they take over when the load in force is retracted';
comment on column cnf_score.round is '评估轮次 | Round';
comment on column cnf_score.district is '区代码 | District';
comment on column cnf_score.indicator is '二级指标代码 | Indicator';
comment on column cnf_score.rater is '评分方 | Rater: self or expert';
comment on column cnf_score.expert is '专家代号 | Expert; empty text for none';
comment on column cnf_score.points is '得分（分）| Points';
comment on column cnf_score.source_file is '来源文件的 SHA-256 | SHA-256 of the source file';
comment on column cnf_score.sheet is '工作表、表格 | Sheet or table';
comment on column cnf_score.cell is '单元格 | Cell';
comment on column cnf_score.source_row is '来源行号 | Row in the source';
comment on column cnf_score.note is '规范化说明 | What was normalised on the way in';
comment on column cnf_score.load is '装载批次 | Load that brought the value again';
