-- grain: one row per round, district that is ranked by expert score, and dimension of its framework or the total (dimension = 'total')
-- depends on: rpt_indicator_result
-- rebuilds: own
-- computed: RankIntervalMart.Rows
create table rpt_rank_interval (
    round varchar not null,
    district varchar not null,
    dimension varchar not null,
    rank_low integer not null,
    rank_high integer not null,
    p_top3 double not null,
    experts integer not null,
    draws integer not null,
    seed integer not null
);
comment on table rpt_rank_interval is '名次区间：每行一个轮次、参加排名的区、一级指标或总分（total），按专家评分；权重 ±25% 扰动、专家重抽样 | Rank intervals by expert score: one row per round, ranked district and dimension or total; weights vary by 25 %, experts are redrawn';
comment on column rpt_rank_interval.round is '评估轮次 | Round';
comment on column rpt_rank_interval.district is '区代码 | District';
comment on column rpt_rank_interval.dimension is '一级指标代码；总分为 total | Dimension; total for the total';
comment on column rpt_rank_interval.rank_low is '名次区间下界（5% 分位，较好）| Better end of the interval, 5 % point';
comment on column rpt_rank_interval.rank_high is '名次区间上界（95% 分位，较差）| Worse end of the interval, 95 % point';
comment on column rpt_rank_interval.p_top3 is '进入前三名的模拟占比（0–1）| Share of the draws with rank 3 or better';
comment on column rpt_rank_interval.experts is '参与重抽样的专家数；少于 2 时只扰动权重 | Experts that were redrawn; with fewer than 2 only the weights vary';
comment on column rpt_rank_interval.draws is '模拟次数 | Draws';
comment on column rpt_rank_interval.seed is '随机种子 | Seed';
