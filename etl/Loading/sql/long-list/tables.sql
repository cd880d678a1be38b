-- The rows of long lists that nothing is wrong with, value by value; the values themselves stand beside them once each.
create or replace temp table lst_row (source_row integer, place integer, indicator integer, whose integer, score integer);
create or replace temp table lst_place (place integer, unit integer, note varchar);
create or replace temp table lst_indicator (id integer, framework varchar, indicator varchar, note varchar);
create or replace temp table lst_whose (id integer, rater varchar, expert varchar, note varchar);
-- Points as they are read, and as they are stored: null where those are not the same. A wide decimal costs a microsecond a row.
create or replace temp table lst_score (id integer, value varchar, points decimal(28, 15), stored decimal(6, 2), note varchar);
create or replace temp table lst_file (file integer, points_column varchar);
-- What a row of the file says, and the value that it was found to be.
create or replace temp table key_place (round varchar, district varchar, id integer, framework varchar);
create or replace temp table key_indicator (framework varchar, dimension varchar, code varchar, text varchar, id integer);
create or replace temp table key_whose (rater varchar, expert varchar, id integer);
create or replace temp table key_score (value varchar, id integer);
-- The units that need no further look.
create or replace temp table lst_unit (unit integer, scores bigint, points bigint, suspect boolean);
