using LearningCity.Dashboard.Components;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.SqlConsole.Page;

/// <summary>A query to begin with.</summary>
public sealed record SqlExample(string Zh, string En, string Sql);

/// <summary>The examples beside the editor, in the terms of the snapshot's own frameworks; each is run by a test.</summary>
public static class SqlExamples
{
    /// <param name="dimensions">Of the frameworks in the catalog, in their order.</param>
    public static IReadOnlyList<SqlExample> Of(IEnumerable<Dimension> dimensions) =>
    [
        new("最近一轮的名次", "Ranks of the latest round", """
            select r.rank, d.name_zh, r.points, r.rate
            from rpt_ranking r
            join dim_district d using (district)
            where r.dimension = 'total' and r.rater = 'expert' and r.complete
                and r.round = (select max_by(round, date) from dim_round semi join rpt_round_summary using (round))
            order by r.rank, d.district
            """),
        new("历轮全市平均得分率", "Mean score rate of the city by round", """
            select round, mean_rate, mean_self_points, complete_expert
            from rpt_round_summary
            join dim_round using (round)
            order by date
            """),
        new("失分最多的指标", "Indicators that lose most points", """
            select s.round, i.number_zh, i.label_zh, s.points_lost, s.points_lost_share
            from rpt_indicator_summary s
            join dim_round r using (round)
            join dim_indicator i using (framework, indicator)
            qualify row_number() over (partition by s.round order by s.points_lost desc) <= 3
            order by s.round, s.points_lost desc
            """),
        new("自评与专评的差异", "Self against expert scores", """
            select d.name_zh, t.self_rate, t.expert_rate, t.gap_points
            from rpt_dimension_result t
            join dim_district d using (district)
            where t.dimension = 'total' and t.gap_points is not null
                and t.round = (select max_by(round, date) from dim_round semi join rpt_round_summary using (round))
            order by t.gap_points desc
            """),
        new("专家之间的宽严", "How strict each expert is", """
            with marked as (
                select s.round, s.expert, s.points / i.max_points as rate,
                    avg(s.points / i.max_points) over (partition by s.round, s.district, s.indicator) as panel
                from fct_score s
                join dim_round r using (round)
                join dim_indicator i using (framework, indicator)
                where s.rater = 'expert' and s.expert <> ''
            )
            select round, expert, count(*) as scores, round(avg(rate - panel), 4) as above_panel
            from marked
            group by all
            order by round, above_panel desc
            """),
        new("一级指标宽表", "Dimensions side by side", $"""
            select *
            from (pivot rpt_dimension_result on dimension in ({Codes(dimensions)}) using any_value(expert_rate) group by round, district)
            order by round, district
            """),
        new("有哪些表和字段", "Tables and columns", """
            select table_name, column_name, data_type, comment
            from duckdb_columns()
            where not internal
            order by table_name, column_index
            """),
    ];

    private static string Codes(IEnumerable<Dimension> dimensions) => string.Join(
        ", ", dimensions.Select(d => d.Code).Append(PageReading.Total).Distinct().Select(code => $"'{code.Replace("'", "''", StringComparison.Ordinal)}'"));
}
