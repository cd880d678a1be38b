using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using Serilog;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>Where page and API hand in a query: it is asked of the researchers' file of the snapshot in view.</summary>
public sealed class SqlDesk(ResearcherFiles files, SqlRunner runner, Auditor audit)
{
    public SqlLimits Limits => runner.Limits;

    /// <summary>Readies file and process for a person who has the editor open and has asked nothing yet.</summary>
    /// <returns>When both are ready, or the log says why they cannot be.</returns>
    public Task PrepareAsync(SnapshotReader snapshot)
    {
        runner.Prepare();
        return FileAsync(snapshot, CancellationToken.None);
    }

    public async Task<SqlOutcome> AskAsync(SnapshotReader snapshot, string sql, CancellationToken cancel)
    {
        Record(snapshot, sql);
        var (file, fault) = await FileAsync(snapshot, cancel);
        return file is null ? new SqlOutcome(null, fault) : await runner.RunAsync(file, sql, cancel);
    }

    /// <summary>Keeps who asked what; a result that was kept is asked for again without being run.</summary>
    public void Record(SnapshotReader snapshot, string sql) => audit.Record(AuditWords.Sql, snapshot.Info.Id, details: ("sql", sql));

    private async Task<(string? File, SqlFault? Fault)> FileAsync(SnapshotReader snapshot, CancellationToken cancel)
    {
        try
        {
            return (await files.OfAsync(snapshot, cancel).WaitAsync(TimeSpan.FromSeconds(Limits.QueueSeconds), cancel), null);
        }
        catch (TimeoutException)
        {
            return (null, RunnerFaults.Preparing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDB.NET.Data.DuckDBException)
        {
            Log.Error(e, "The researchers' file of snapshot {Snapshot} cannot be written", snapshot.Info.Id);
            return (null, RunnerFaults.NoFile);
        }
    }
}
