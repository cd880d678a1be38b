-- grain: one row per round and pair of ranked districts
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: RankIntervalMart.Pairs
create table rpt_rank_pair (
    round varchar not null,
    district varchar not null,
    other varchar not null,
    p_above double not null,
    p_tied double not null
);
comment on table rpt_rank_pair is '两区孰先：每行一个轮次、两区，专家总分，与名次区间同一组模拟；超过 64 个区时只有名次相邻的两区 | Which of two districts is above the other, by expert total, from the draws of the rank intervals: one row per round and pair; neighbours alone where more than 64 are ranked';
comment on column rpt_rank_pair.round is '评估轮次 | Round';
comment on column rpt_rank_pair.district is '区代码 | District';
comment on column rpt_rank_pair.other is '另一区代码 | The other district';
comment on column rpt_rank_pair.p_above is '前者名次在后者之上的模拟占比 | Share of the draws with the first ranked above the other';
comment on column rpt_rank_pair.p_tied is '同名次的模拟占比 | Share of the draws with both on one rank';
