using System.Diagnostics;
using Dapper;
using DuckDB.NET.Data;
using Serilog;

namespace LearningCity.Warehouse.Checks;

/// <summary>Runs checks over a store whose marts are built.</summary>
public static class CheckRunner
{
    public const int ExampleRows = 20;

    public static IReadOnlyList<CheckResult> Run(DuckDBConnection connection, IReadOnlyList<CheckFile> checks, TimeProvider time) =>
        [.. checks.Select(check => Run(connection, check, time))];

    public static CheckResult Run(DuckDBConnection connection, CheckFile check, TimeProvider time)
    {
        var start = Stopwatch.GetTimestamp();
        var count = connection.QuerySingle<long>($"select count(*) from (\n{check.Select}\n)");
        var examples = count == 0
            ? []
            : connection.Query<string>($"select to_json(f)::varchar from (\n{check.Select}\n) f limit {ExampleRows}").ToList();
        Log.Debug("Checked {Check} in {Milliseconds:0} ms: {Rows} rows", check.Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds, count);
        return new(check.Name, check.Blocks, count, time.GetUtcNow(), check.MessageZh, check.MessageEn, examples);
    }

    /// <summary>Replaces the results kept in log_check.</summary>
    /// <param name="table">The table, with the database it is in where that is not the store.</param>
    public static void Keep(DuckDBConnection connection, IEnumerable<CheckResult> results, string table = "log_check")
    {
        connection.Execute($"delete from {table}");
        connection.Execute($"insert into {table} values ($Name, $Severity, $RowsFailed, $CheckedAt, $MessageZh, $MessageEn, $Examples)", results.Select(r => new
        {
            r.Name,
            Severity = r.Blocks ? "block" : "warn",
            r.RowsFailed,
            CheckedAt = r.CheckedAt.UtcDateTime,
            r.MessageZh,
            r.MessageEn,
            Examples = r.Passed ? null : $"[{string.Join(',', r.Examples)}]",
        }));
    }
}
