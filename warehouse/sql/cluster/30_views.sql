-- What may be read on the coordinator: all of a load or nothing of it.
create view learningcity.fct_score as
select round, district, indicator, rater, expert, points, source_file, sheet, cell, source_row, note, load
from learningcity.score
where not confirms
    and since <= (select coalesce(max(load), 0) from learningcity.load)
    and (ended_by is null or ended_by > (select coalesce(max(load), 0) from learningcity.load));
comment on view learningcity.fct_score is '现行得分 | Scores in force';

create view learningcity.hst_score as
select round, district, indicator, rater, expert, points, source_file, sheet, cell, source_row, note, load, ended_by, ended_at, reason
from learningcity.score
where not confirms and ended_by <= (select coalesce(max(load), 0) from learningcity.load);
comment on view learningcity.hst_score is '历史得分 | Earlier scores';

-- The twins of what sql/build gives DuckDB, for marts that run where the scores are. Each is one expression, so that it is sent on to the nodes.
create function learningcity.hundredths(p numeric) returns bigint language sql immutable parallel safe as
$$ select (p::numeric(18, 2) * 100)::bigint $$;

create function learningcity.half_away(numerator numeric, denominator numeric) returns numeric language sql immutable parallel safe as
$$ select sign(numerator) * div(2 * abs(numerator) + denominator, 2 * nullif(denominator, 0)) $$;

create function learningcity.ratio(part numeric, whole numeric) returns numeric language sql immutable parallel safe as
$$ select (learningcity.half_away(learningcity.hundredths(part)::numeric * 1000000, learningcity.hundredths(whole)) * 0.000001)::numeric(9, 6) $$;

create function learningcity.panel_mean(total numeric, n numeric) returns numeric language sql immutable parallel safe as
$$ select (learningcity.half_away(learningcity.hundredths(total), n) * 0.01)::numeric(6, 2) $$;

-- Rounded as DuckDB rounds a double: times 10^6, to the nearest whole number, half away from zero.
create function learningcity.six_decimals(x double precision) returns double precision language sql immutable parallel safe as
$$ select (trunc(x * 1e6) + case when x * 1e6 - trunc(x * 1e6) >= 0.5 then 1 else 0 end) / 1e6 $$;

create function learningcity.points_sd(n numeric, total numeric, squares numeric) returns double precision language sql immutable parallel safe as
$$ select learningcity.six_decimals(sqrt(
    (n * squares - learningcity.hundredths(total)::numeric * learningcity.hundredths(total))::double precision / (n * (n - 1))::double precision
) / 100) $$;
