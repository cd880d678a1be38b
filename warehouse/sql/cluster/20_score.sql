-- Every score there is or was; the same columns on the coordinator and on each node. Values compare byte by byte on every server.
create table $table (
    round text collate "C" not null,
    district text collate "C" not null,
    indicator text collate "C" not null,
    rater text collate "C" not null,
    expert text collate "C" not null,
    points numeric(6, 2) not null,
    source_file text not null,
    sheet text,
    cell text,
    source_row bigint,
    note text,
    -- The load that brought the value, and the one that put it in force: a retraction brings earlier values back.
    load integer not null,
    since integer not null,
    -- A row that only says again what is in force already.
    confirms boolean not null,
    ended_by integer,
    ended_at timestamp,
    reason text
) $partitions;
