-- On the coordinator: whose scores these are, and which loads count.
create schema if not exists learningcity;

create table learningcity.store (
    id uuid not null,
    version integer not null,
    layout text not null,
    shards integer not null,
    -- The load that was last begun; above the last committed one while it is under way, or after it failed.
    begun integer not null default 0
);
comment on table learningcity.store is '本集群属于哪个数据目录 | Which data folder the scores belong to';

create table learningcity.load (
    load integer primary key,
    rounds text[] not null,
    -- Rows that it put on the nodes: fewer there later means that a node has lost some.
    written bigint not null,
    committed_at timestamp not null
);
comment on table learningcity.load is '已生效的装载批次：得分在此有其批次后才可见 | Loads that count: scores are visible once their load stands here';
