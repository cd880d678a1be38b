-- severity: block
-- zh: 目录中有重复的代码
-- en: A code that stands twice in the catalog
select 'dim_framework' as catalog_table, framework as code from dim_framework group by all having count(*) > 1
union all
select 'dim_dimension', concat_ws('/', framework, dimension) from dim_dimension group by all having count(*) > 1
union all
select 'dim_indicator', concat_ws('/', framework, indicator) from dim_indicator group by all having count(*) > 1
union all
select 'dim_district', district from dim_district group by all having count(*) > 1
union all
select 'dim_round', round from dim_round group by all having count(*) > 1
