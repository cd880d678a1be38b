using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>A score that differs between two snapshots; null where it is not there.</summary>
/// <param name="Load">The load that made the difference; null where the later snapshot does not tell.</param>
public sealed record ScoreDifference(
    string Round, string District, string Indicator, string Rater, string Expert, decimal? Before, decimal? After, int? Load);

/// <summary>A total or dimension that differs in points, rank or completeness.</summary>
/// <param name="Dimension">"total" for the total.</param>
public sealed record RankDifference(
    string Round, string Dimension, string Rater, string District,
    decimal? PointsBefore, decimal? PointsAfter, int? RankBefore, int? RankAfter);

/// <summary>An entry of the catalog that differs.</summary>
/// <param name="Change">added, removed or changed.</param>
public sealed record CatalogDifference(string Table, string Key, string Change);

/// <summary>What changed from one snapshot to another, and by which loads.</summary>
public sealed record SnapshotDifference(
    SnapshotInfo Before, SnapshotInfo After,
    IReadOnlyList<ScoreDifference> Scores, IReadOnlyList<RankDifference> Ranks, IReadOnlyList<CatalogDifference> Catalog)
{
    public bool Same => Scores.Count + Ranks.Count + Catalog.Count == 0;
}

/// <summary>Holds two snapshots against each other.</summary>
public static class SnapshotDiff
{
    private const string ScoreSql = """
        with difference as (
            select round, district, indicator, rater, expert, a.points as before, b.points as after
            from a.fct_score a
            full join b.fct_score b using (round, district, indicator, rater, expert)
            where a.points is distinct from b.points
        ),
        -- The later snapshot knows the load: of the value in force, or of what took it away.
        brought as (
            select round, district, indicator, rater, expert, load from late.fct_score
        ),
        ended as (
            select round, district, indicator, rater, expert, max(ended_by) as load from late.hst_score group by all
        )
        select d.round, d.district, d.indicator, d.rater, d.expert, d.before, d.after, coalesce(n.load, e.load) as load
        from difference d
        left join brought n using (round, district, indicator, rater, expert)
        left join ended e using (round, district, indicator, rater, expert)
        order by round, district, indicator, rater, expert
        """;

    private const string RankSql = """
        select round, dimension, rater, district,
            a.points as points_before, b.points as points_after, a.rank as rank_before, b.rank as rank_after
        from a.rpt_ranking a
        full join b.rpt_ranking b using (round, dimension, rater, district)
        where a.points is distinct from b.points or a.rank is distinct from b.rank
        order by round, dimension <> 'total', dimension, rater, b.rank nulls last, district
        """;

    private static readonly IReadOnlyList<(string Table, string Key)> CatalogKeys =
    [
        ("dim_framework", "framework"), ("dim_dimension", "framework, dimension"), ("dim_indicator", "framework, indicator"),
        ("dim_district", "district"), ("dim_round", "round"),
        ("indicator_lineage", "from_framework, from_indicator, to_framework, to_indicator"),
    ];

    /// <summary>Snapshots never change, so that the second snapshot remembers what it was once found to differ in.</summary>
    public static SnapshotDifference Between(SnapshotReader before, SnapshotReader after)
    {
        if (before.Path == after.Path)
            return new(before.Info, after.Info, [], [], []);
        DuckDBConnection? opened = null;
        try
        {
            var late = before.Info.PublishedAt <= after.Info.PublishedAt ? "b" : "a";
            return new(
                before.Info, after.Info,
                Known(connection => connection.Query<ScoreDifference>(ScoreSql.Replace("late.", late + ".", StringComparison.Ordinal))),
                Known(connection => connection.Query<RankDifference>(RankSql)),
                Known(connection => CatalogKeys.SelectMany(c => Catalog(connection, c.Table, c.Key))));
        }
        finally
        {
            opened?.Dispose();
        }

        IReadOnlyList<T> Known<T>(Func<DuckDBConnection, IEnumerable<T>> ask) =>
            after.Known(nameof(SnapshotDiff), new { before.Info.Id }, () => (IReadOnlyList<T>)[.. ask(opened ??= Both(before, after))]);
    }

    private static DuckDBConnection Both(SnapshotReader before, SnapshotReader after)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute($"attach '{Quoted(before.Path)}' as a (read_only); attach '{Quoted(after.Path)}' as b (read_only)");
        return connection;
    }

    private static IEnumerable<CatalogDifference> Catalog(DuckDBConnection connection, string table, string key) =>
        connection.Query<CatalogDifference>($"""
            with was as (select concat_ws('/', {key}) as key, hash(t) as content from a.{table} t),
            now as (select concat_ws('/', {key}) as key, hash(t) as content from b.{table} t)
            select '{table}' as "table", key,
                case when was.content is null then 'added' when now.content is null then 'removed' else 'changed' end as change
            from was
            full join now using (key)
            where was.content is distinct from now.content
            order by key
            """);

    private static string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
}
