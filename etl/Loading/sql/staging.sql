-- What was read, before it is judged. All of it is temporary: a load that is cut off leaves nothing of it.
create or replace temp table stg_file (file integer, source_file varchar, file_name varchar, path varchar, extension varchar, bytes bigint);
create or replace temp table stg_unit (
    unit integer, file integer, sheet varchar, kind varchar, round varchar, district varchar, round_text varchar, district_text varchar,
    framework varchar
);
create or replace temp table stg_score (
    id bigint, unit integer, sheet varchar, cell varchar, source_row bigint, indicator varchar, rater varchar, expert varchar,
    value varchar, points decimal(28, 15), readable boolean, note varchar
);
create or replace temp table stg_claim (
    unit integer, sheet varchar, cell varchar, source_row bigint, indicator varchar, rater varchar, expert varchar,
    head varchar, value varchar, points decimal(28, 15)
);
create or replace temp table stg_fault (
    file integer, unit integer, rule varchar, sheet varchar, cell varchar, source_row bigint, indicator varchar, rater varchar,
    expert varchar, value varchar, expected varchar, detail varchar, expected_en varchar, detail_en varchar
);
create or replace temp table stg_rule (rule varchar, severity varchar, scope varchar);
-- Scores in the order in which they were read.
create or replace temp macro score_id(file, number) as file::bigint * 4294967296 + number;
-- Found text within a message, in quotation marks of its language.
create or replace temp macro zh(found) as '“' || found || '”';
create or replace temp macro en(found) as '''' || found || '''';
-- A number as people write it: 5.5, not 5.500000000000000.
create or replace temp macro plain(number) as
    case when number::varchar like '%.%' then rtrim(rtrim(number::varchar, '0'), '.') else number::varchar end;
