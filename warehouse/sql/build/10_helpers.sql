-- Temporary helpers that the marts share; they exist only while marts are built.
-- Arithmetic on points is done in whole hundredths: exact, and rounded half away from zero once.

-- The planner takes a freshly written mart for empty and would then join round by round in nested loops.
set asof_loop_join_threshold = 0;

create or replace temp macro hundredths(p) as (p::decimal(18, 2) * 100)::bigint;

create or replace temp macro half_away(numerator, denominator) as
    sign(numerator)::hugeint * ((2 * abs(numerator)::hugeint + denominator::hugeint) // (2 * denominator::hugeint));

-- part / whole to 6 decimals; both are points
create or replace temp macro ratio(part, whole) as
    (half_away(hundredths(part)::hugeint * 1000000, hundredths(whole))::decimal(18, 0) * 0.000001)::decimal(9, 6);

-- mean of points to 2 decimals: the panel's score
create or replace temp macro panel_mean(total, n) as
    (half_away(hundredths(total), n)::decimal(18, 0) * 0.01)::decimal(6, 2);

-- mean of points to 4 decimals
create or replace temp macro mean_points(total, n) as
    (half_away(hundredths(total)::hugeint * 100, n)::decimal(18, 0) * 0.0001)::decimal(12, 4);

-- mean of rates to 6 decimals
create or replace temp macro mean_rate(total, n) as
    (half_away((total::decimal(18, 6) * 1000000)::bigint, n)::decimal(18, 0) * 0.000001)::decimal(9, 6);

-- share of a count to 6 decimals
create or replace temp macro count_share(part, whole) as
    (half_away(part::hugeint * 1000000, whole)::decimal(18, 0) * 0.000001)::decimal(9, 6);

-- middle of a sorted list; of two middles the mean, to the list's own scale
create or replace temp macro middle(sorted) as
    (sorted[(len(sorted) + 1) // 2] + sorted[(len(sorted) + 2) // 2]);

-- standard deviation of points from how many there are, their sum, and the sum of the squares of their hundredths, to 6 decimals
create or replace temp macro points_sd(n, total, squares) as
    round(sqrt((n * squares - hundredths(total)::hugeint * hundredths(total))::double / (n * (n - 1))) / 100, 6);

-- rate of carried hundredths of points, to 6 decimals
create or replace temp macro carried_rate(part, whole) as
    (half_away((part * 1000000)::hugeint * 1000000, (whole * 1000000)::hugeint)::decimal(18, 0) * 0.000001)::decimal(9, 6);

-- mean of carried hundredths as points, to 4 decimals
create or replace temp macro mean_carried(total, n) as
    (half_away((total * 1000000)::hugeint, n::hugeint * 10000)::decimal(18, 0) * 0.0001)::decimal(12, 4);

-- The scores in force of the rounds that are being built.
create or replace temp view build_score as
select * from fct_score where round in (select round from build_round);

create or replace temp view round_order as
select
    round,
    framework,
    date,
    row_number() over (order by date, round) as round_no
from dim_round;

-- Every result as an indicator of each framework would have it: as it is within its own framework,
-- weighted through the crosswalk into later ones. Null unless all its sources are scored.
create or replace temp view carried_result as
select
    c.to_framework,
    r.round,
    o.round_no,
    r.district,
    c.code as indicator,
    case when count(r.expert_points) = count(*)
        then sum((hundredths(r.expert_points) * c.weight))::decimal(18, 6) end as expert_hundredths,
    case when count(r.self_points) = count(*)
        then sum((hundredths(r.self_points) * c.weight))::decimal(18, 6) end as self_hundredths,
    sum((hundredths(r.max_points) * c.weight))::decimal(18, 6) as max_hundredths
from rpt_indicator_result r
join round_order o using (round)
join rpt_crosswalk c
    on c.from_framework = o.framework
    and c.from_indicator = r.indicator
    and c.scope = 'indicator'
group by all;
