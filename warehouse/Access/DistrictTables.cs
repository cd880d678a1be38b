namespace LearningCity.Warehouse.Access;

/// <summary>What of a snapshot goes into the file of a district that is not shown the others by name. A table that is not named here is left out:
/// nearly every mart is computed over all districts, and many name them.</summary>
internal static class DistrictTables
{
    /// <summary>Quartiles over the other districts; made for these files alone.</summary>
    public const string Quartiles = "rpt_peer_quartile";

    /// <summary>With fewer others than this a quartile would say what one of them got.</summary>
    public const int FewestPeers = 5;

    private static readonly string[] Whole =
    [
        "dim_framework", "dim_dimension", "dim_indicator", "dim_district", "dim_round", "indicator_lineage", "rpt_crosswalk", "rpt_comparability", "log_rule",
    ];

    private static readonly string[] OwnRows =
        ["fct_score", "rpt_indicator_result", "rpt_dimension_result", "rpt_ranking", "rpt_indicator_change", "rpt_trend"];

    /// <summary>Columns that only comparison with the others can fill.</summary>
    private static readonly Dictionary<string, string[]> Positions = new(StringComparer.Ordinal)
    {
        ["rpt_indicator_result"] = ["rank"],
        ["rpt_dimension_result"] = ["self_rank", "expert_rank"],
        ["rpt_ranking"] = ["rank", "ranked", "tied", "previous_rank", "previous_ranked", "rank_change"],
    };

    public const string QuartileSql = $"""
        create table {Quartiles} as
        with value as (
            select round, 'indicator' as scope, indicator as code, expert_rate, self_rate
            from known.main.rpt_indicator_result
            where district not in (select district from temp.viewer)
            union all
            select round, if(dimension = 'total', 'total', 'dimension'), dimension, expert_rate, self_rate
            from known.main.rpt_dimension_result
            where district not in (select district from temp.viewer)
        ), rate as (
            select round, scope, code, 'expert' as rater, expert_rate as rate from value
            union all
            select round, scope, code, 'self', self_rate from value
        )
        select
            round, scope, code, rater, count(rate)::integer as n,
            round(quantile_cont(rate::double, 0.25), 6)::decimal(9, 6) as q1_rate,
            round(quantile_cont(rate::double, 0.5), 6)::decimal(9, 6) as median_rate,
            round(quantile_cont(rate::double, 0.75), 6)::decimal(9, 6) as q3_rate
        from rate
        group by all
        having count(rate) >= $fewest
        order by all;
        comment on table {Quartiles} is '其他区得分率的四分位数：每行一个轮次、总分或一级指标或二级指标、评分方；不足五个其他区时不给出 | Quartiles of the score rates of the other districts: one row per round, scope, code and rater; left out where there are fewer than five others';
        comment on column {Quartiles}.round is '评估轮次 | Round';
        comment on column {Quartiles}.scope is '范围：total、dimension、indicator | total, dimension or indicator';
        comment on column {Quartiles}.code is '代码；总分为 total | Code; total for the total';
        comment on column {Quartiles}.rater is '评分方：self、expert | self or expert';
        comment on column {Quartiles}.n is '其他区数 | Other districts with a rate';
        comment on column {Quartiles}.q1_rate is '第一四分位数（0–1）| First quartile, 0 to 1';
        comment on column {Quartiles}.median_rate is '中位数 | Median';
        comment on column {Quartiles}.q3_rate is '第三四分位数 | Third quartile';
        """;

    public static bool Holds(string table) => Whole.Contains(table, StringComparer.Ordinal) || IsOwn(table);

    /// <summary>Whether only the district's own rows go in.</summary>
    public static bool IsOwn(string table) => OwnRows.Contains(table, StringComparer.Ordinal);

    public static bool IsPosition(string table, string column) =>
        Positions.TryGetValue(table, out var columns) && columns.Contains(column, StringComparer.Ordinal);
}
