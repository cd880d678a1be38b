using Dapper;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Serilog;

namespace LearningCity.Etl.Loading;

/// <summary>What a retraction did.</summary>
/// <param name="Load">Number under which the retraction itself is logged.</param>
/// <param name="Removed">Scores of the retracted load that were in force.</param>
/// <param name="Restored">Those of them whose earlier value is in force again.</param>
/// <param name="Published">Null when nothing was published.</param>
public sealed record RetractionResult(int Load, int Retracted, long Removed, long Restored, PublishResult? Published);

/// <summary>Takes a load back out: its scores go to the history, and where an earlier load that still stands had given a value,
/// the latest such value is in force again, with the place it came from.</summary>
public static class Retraction
{
    /// <returns>Null when there is no such load, it has been retracted already, or is itself a retraction.</returns>
    /// <exception cref="StoreInUseException">Another writer has the data folder.</exception>
    public static RetractionResult? Retract(DataFolder folder, int retracted, bool publish, TimeProvider time)
    {
        using var store = WorkingStore.Open(folder, time);
        if (!store.Connection.QuerySingle<bool>(
            "select exists (from log_load where load = $retracted and command = 'load' and retracted_by is null)", new { retracted }))
            return null;
        var result = Take(store, retracted, time.GetUtcNow().UtcDateTime);
        Log.Information(
            "Load {Retracted} of {Folder} retracted by load {Load}: {Removed} scores removed, {Restored} restored",
            retracted, folder.Root, result.Load, result.Removed, result.Restored);
        try
        {
            return publish ? result with { Published = Publisher.Publish(store) } : result;
        }
        catch (ClusterException e)
        {
            throw e.After(result.Load);
        }
    }

    private static RetractionResult Take(WorkingStore store, int retracted, DateTime now)
    {
        var connection = store.Connection;
        using var laid = store.Cluster is { } cluster ? cluster.Lay(connection, cluster.UnitsOf(retracted)) : null;
        using var transaction = connection.BeginTransaction();
        var load = LoadLog.NextLoad(connection);
        connection.Execute("update log_load set retracted_by = $load where load = $retracted", new { load, retracted });
        connection.Execute("create or replace temp table gone as from fct_score where load = $retracted", new { retracted });
        var removed = connection.QuerySingle<long>("select count(*) from gone");
        connection.Execute(
            "insert into hst_score select gone.*, $load, $now, 'retracted' from gone; delete from fct_score where load = $retracted", new { load, now, retracted });
        var restored = connection.Execute("""
            insert into fct_score
            select distinct on (round, district, indicator, rater, expert) value.*
            from (select * exclude (ended_by, ended_at, reason) from hst_score union all from cnf_score) value
            semi join gone using (round, district, indicator, rater, expert)
            join log_load l using (load)
            where l.retracted_by is null
            order by value.load desc
            """);
        connection.Execute("""
            insert into log_load values ($load, 'retract', $now, $now, 0, 0, 0, 0, $restored, $removed, 0, 0, null)
            """, new { load, now, restored, removed });
        store.Commit(transaction, load);
        return new(load, retracted, removed, restored, null);
    }
}
