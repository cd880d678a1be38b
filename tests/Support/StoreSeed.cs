using Dapper;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Tests.Support;

/// <summary>Puts scores into a store by SQL alone, for tests of what comes after the loader.</summary>
public static class StoreSeed
{
    /// <summary>Loads tidy scores (round,district,indicator,rater,expert,points) as one load.</summary>
    /// <returns>The number of the load.</returns>
    public static int Tidy(WorkingStore store, string path)
    {
        var load = NextLoad(store);
        var rows = store.Connection.Execute($"""
            insert into fct_score
            select round, district, indicator, rater, coalesce(expert, ''), points, 'seed', null, null, row_number() over (), null, {load}
            from read_csv('{path}', delim = ',', quote = '"', header = true, columns = {"{"}
                'round': 'varchar', 'district': 'varchar', 'indicator': 'varchar', 'rater': 'varchar', 'expert': 'varchar', 'points': 'decimal(6, 2)'{"}"})
            """);
        LogLoad(store, load, rows);
        return load;
    }

    /// <summary>Adds or corrects single scores as one load; earlier values go to the history. No key twice.</summary>
    public static int Scores(WorkingStore store, params SeedScore[] scores)
    {
        var connection = store.Connection;
        var load = NextLoad(store);
        connection.Execute(
            "create or replace temp table seed (round varchar, district varchar, indicator varchar, rater varchar, expert varchar, points decimal(6, 2))");
        using (var appender = connection.CreateAppender("temp", "main", "seed"))
        {
            foreach (var score in scores)
            {
                var row = appender.CreateRow().AppendValue(score.Round).AppendValue(score.District).AppendValue(score.Indicator)
                    .AppendValue(score.Rater).AppendValue(score.Expert);
                (score.Points is { } points ? row.AppendValue(points) : row.AppendNullValue()).EndRow();
            }
        }

        const string known = "(round, district, indicator, rater, expert) in (select (round, district, indicator, rater, expert) from seed)";
        connection.Execute($"insert into hst_score select *, {load}, now()::timestamp, 'superseded' from fct_score where {known}");
        connection.Execute($"delete from fct_score where {known}");
        connection.Execute($"insert into fct_score select round, district, indicator, rater, expert, points, 'seed', 'sheet', 'A1', 1, null, {load} from seed where points is not null");
        LogLoad(store, load, scores.Length);
        return load;
    }

    private static int NextLoad(WorkingStore store) =>
        store.Connection.QuerySingle<int>("select coalesce(max(load), 0) + 1 from log_load");

    private static void LogLoad(WorkingStore store, int load, int rows)
    {
        var now = store.Time.GetUtcNow().UtcDateTime;
        store.Connection.Execute(
            "insert into log_load values ($load, 'load', $now, $now, 1, 0, 1, 0, $rows, 0, 0, 0, null)", new { load, now, rows });
        store.Connection.Execute(
            "insert into log_source_file values ($load, 'seed', 'seed.csv', 'seed.csv', 'csv', 1, 'tidy', 'accepted')", new { load });
    }
}

/// <summary>A score for <see cref="StoreSeed.Scores"/>; without points it is taken away.</summary>
public sealed record SeedScore(string Round, string District, string Indicator, string Rater, string Expert, decimal? Points);
