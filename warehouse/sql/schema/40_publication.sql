-- What the last publication saw of each round: tells which rounds a new one has to rebuild.

create table if not exists meta_round (
    round varchar not null,
    scores bigint not null,
    points decimal(18, 2) not null,
    last_load integer not null,
    last_end integer not null
);
comment on table meta_round is '各轮次上次发布时的状态，用于判断哪些轮次需要重建 | State of each round at the last publication; tells which rounds to rebuild';
comment on column meta_round.round is '评估轮次 | Round';
comment on column meta_round.scores is '现行得分数 | Number of scores in force';
comment on column meta_round.points is '现行得分合计（分）| Sum of all points in force';
comment on column meta_round.last_load is '现行得分中最近的装载批次；无得分为 0 | Latest load among the scores in force; 0 for none';
comment on column meta_round.last_end is '最近使得分失效的装载批次；无则为 0 | Latest load that ended a score; 0 for none';
