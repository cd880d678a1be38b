-- Whatever this load changes of a result: its experts, its consolidated score, or both.
with touched as (
    select distinct round, district, indicator from stg_good where rater = 'expert'
),
now as (
    select round, district, indicator, expert, points, unit, file, sheet, cell, source_row
    from stg_good
    where rater = 'expert'
    union all by name
    select round, district, indicator, expert, points
    from fct_score
    semi join touched using (round, district, indicator)
    anti join stg_good using (round, district, indicator, rater, expert)
    where rater = 'expert'
),
means as (
    select round, district, indicator,
        avg(points) filter (expert <> '') as mean,
        any_value(points) filter (expert = '') as consolidated,
        min_by(struct_pack(unit, file, sheet, cell, source_row), (expert <> '', expert)) filter (unit is not null) as place
    from (select distinct on (round, district, indicator, expert) * from now)
    group by all
)
select place.file, place.unit, place.sheet, place.cell, place.source_row, indicator, 'expert' as rater, '' as expert,
    plain(consolidated) as value, plain(round(mean::decimal(28, 15), 2)) as expected, '' as detail
from means
where abs(round(mean::decimal(28, 15), 9) - consolidated) > 0.05
