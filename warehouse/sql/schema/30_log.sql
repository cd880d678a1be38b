create table if not exists log_load (
    load integer not null,
    command varchar not null,
    started_at timestamp not null,
    finished_at timestamp not null,
    files integer not null,
    files_rejected integer not null,
    units_accepted integer not null,
    units_rejected integer not null,
    scores_added bigint not null,
    scores_superseded bigint not null,
    scores_unchanged bigint not null,
    rows_rejected bigint not null,
    retracted_by integer
);
comment on table log_load is '装载批次：装载程序每运行一次一行 | Loads: one row per run of the loader that changed or rejected something';
comment on column log_load.load is '装载批次号 | Number of the load, from 1';
comment on column log_load.command is '命令：load 装载、retract 撤回 | load or retract';
comment on column log_load.started_at is '开始时间（UTC）| Start, UTC';
comment on column log_load.finished_at is '结束时间（UTC）| End, UTC';
comment on column log_load.files is '来源文件数 | Source files read';
comment on column log_load.files_rejected is '整体退回的文件数 | Files rejected as a whole';
comment on column log_load.units_accepted is '接收的表或区·轮次单元数 | Units (a form, or one district in one round of a list) accepted';
comment on column log_load.units_rejected is '退回的单元数 | Units rejected';
comment on column log_load.scores_added is '新增得分数 | Scores that were new';
comment on column log_load.scores_superseded is '更正得分数 | Scores that replaced an earlier value';
comment on column log_load.scores_unchanged is '与现行值相同的得分数 | Scores equal to the value in force';
comment on column log_load.rows_rejected is '退回记录数 | Rejected rows';
comment on column log_load.retracted_by is '撤回该批次的批次号；未撤回为空 | Load that retracted this one; null otherwise';

create table if not exists log_source_file (
    load integer not null,
    source_file varchar not null,
    file_name varchar not null,
    path varchar not null,
    extension varchar not null,
    bytes bigint not null,
    kind varchar not null,
    outcome varchar not null
);
comment on table log_source_file is '来源文件：每批次每文件一行 | Source files: one row per load and file';
comment on column log_source_file.load is '装载批次 | Load';
comment on column log_source_file.source_file is '文件内容的 SHA-256 | SHA-256 of the content';
comment on column log_source_file.file_name is '文件名 | File name';
comment on column log_source_file.path is '提交时的路径 | Path as given to the loader';
comment on column log_source_file.extension is '归档扩展名 | Extension under which it is archived';
comment on column log_source_file.bytes is '字节数 | Size in bytes';
comment on column log_source_file.kind is '识别出的类型：form、panel、tidy、mixed、unknown | What the file turned out to be';
comment on column log_source_file.outcome is '结果：accepted、partial、rejected、unchanged | Outcome';

create table if not exists log_rule (
    rule varchar not null,
    position integer not null,
    severity varchar not null,
    scope varchar not null,
    message_zh varchar not null,
    message_en varchar not null
);
comment on table log_rule is '校验规则：最近一次装载所用的全部规则 | Rules of validation, as of the latest load';
comment on column log_rule.rule is '规则名，固定不变 | Name of the rule; stable';
comment on column log_rule.position is '顺序 | Order in the list';
comment on column log_rule.severity is '级别：reject 退回、warn 提示、note 说明 | Severity: reject, warn or note';
comment on column log_rule.scope is '以 --partial 装载时退回的范围：wholefile、unit、rater、indicator、cell | What is sent back when loading with --partial';
comment on column log_rule.message_zh is '中文说明；… 处为文件中所见 | Message in Chinese; … stands for what was found';
comment on column log_rule.message_en is '英文说明；… 处为文件中所见 | Message in English; … stands for what was found';

create table if not exists log_rejected_row (
    load integer not null,
    source_file varchar not null,
    file_name varchar not null,
    sheet varchar,
    cell varchar,
    source_row bigint,
    round varchar,
    district varchar,
    indicator varchar,
    rater varchar,
    expert varchar,
    value varchar,
    rule varchar not null,
    severity varchar not null,
    message_zh varchar not null,
    message_en varchar not null
);
comment on table log_rejected_row is '退回记录与提示：每行一处 | Rejected rows, warnings and notes: one row per fault';
comment on column log_rejected_row.load is '装载批次 | Load';
comment on column log_rejected_row.source_file is '来源文件的 SHA-256 | SHA-256 of the source file';
comment on column log_rejected_row.file_name is '文件名 | File name';
comment on column log_rejected_row.sheet is '工作表、表格 | Sheet or table';
comment on column log_rejected_row.cell is '单元格 | Cell';
comment on column log_rejected_row.source_row is '来源行号 | Row in the source';
comment on column log_rejected_row.round is '评估轮次（如已知）| Round, if known';
comment on column log_rejected_row.district is '区（代码；未识别时为原文）| District code, or the text as found';
comment on column log_rejected_row.indicator is '二级指标（如已知）| Indicator, if known';
comment on column log_rejected_row.rater is '评分方 | Rater, if known';
comment on column log_rejected_row.expert is '专家 | Expert, if known';
comment on column log_rejected_row.value is '原值 | Value as found';
comment on column log_rejected_row.rule is '校验规则名 | Rule that fired';
comment on column log_rejected_row.severity is '级别：reject 退回、warn 提示、note 说明 | reject, warn or note';
comment on column log_rejected_row.message_zh is '中文说明 | Message in Chinese';
comment on column log_rejected_row.message_en is '英文说明 | Message in English';

create table if not exists log_check (
    check_name varchar not null,
    severity varchar not null,
    rows_failed bigint not null,
    checked_at timestamp not null,
    message_zh varchar not null,
    message_en varchar not null,
    examples varchar
);
comment on table log_check is '发布前校验结果：每次发布每项一行 | Results of the checks of this publication';
comment on column log_check.check_name is '校验名 | Check';
comment on column log_check.severity is '级别：block 阻止发布、warn 提示 | block or warn';
comment on column log_check.rows_failed is '不符合的行数 | Rows that failed';
comment on column log_check.checked_at is '校验时间（UTC）| When, UTC';
comment on column log_check.message_zh is '中文说明 | Message in Chinese';
comment on column log_check.message_en is '英文说明 | Message in English';
comment on column log_check.examples is '不符合行示例（JSON）| Some of the failing rows, JSON';

create table if not exists meta_store (
    key varchar not null,
    value varchar not null
);
comment on table meta_store is '数据库属性：结构版本、是否示例数据等 | Properties of the store: schema version, whether it holds sample data';
comment on column meta_store.key is '属性名 | Property';
comment on column meta_store.value is '属性值 | Value';
