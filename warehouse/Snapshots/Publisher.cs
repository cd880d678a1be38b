using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using LearningCity.Warehouse.Checks;
using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>Turns the state of a working store into the snapshot that is served. Killed at any step, it leaves the last snapshot serving.</summary>
public static class Publisher
{
    /// <summary>Snapshots kept on disk, the current one always among them.</summary>
    public const int Kept = 10;

    private const string Attached = "snapshot_file";

    /// <param name="step">Told before each step; for progress.</param>
    public static PublishResult Publish(WorkingStore store, Action<PublishStep>? step = null)
    {
        SnapshotFiles.RemoveLeftovers(store.Folder);
        var (checks, rounds) = BuildAndCheck(store, step);
        if (checks.Any(c => c.Prevents))
        {
            Log.Warning("Publication of {Folder} prevented by {Checks}", store.Folder.Root, checks.Where(c => c.Prevents).Select(c => c.Name));
            return new(null, checks, rounds);
        }

        var published = store.Time.GetUtcNow();
        var temporary = Path.Combine(store.Folder.Snapshots, $"wh-{Stamp(published)}.duckdb.tmp");
        (var info, checks) = WriteFile(store, temporary, published, checks, step);
        if (info is null)
        {
            File.Delete(temporary);
            return new(null, checks, rounds);
        }

        step?.Invoke(PublishStep.Rename);
        CurrentFile.WriteInfo(SnapshotFiles.InfoFile(store.Folder, info.Id), info);
        File.Move(temporary, store.Folder.SnapshotFile(info.Id));
        step?.Invoke(PublishStep.Switch);
        CurrentFile.Write(store.Folder, new(info, StoreFingerprint.Of(store.Connection)));
        step?.Invoke(PublishStep.Prune);
        SnapshotFiles.Prune(store.Folder, Kept);
        Log.Information(
            "Published {Snapshot} of {Folder}: {Rounds} rebuilt, {Warned} warnings", info.Id, store.Folder.Root, rounds, info.ChecksWarned);
        return new(info, checks, rounds);
    }

    /// <summary>Makes an earlier snapshot the one that is served. The store stays as it is.</summary>
    /// <returns>Null when there is no such snapshot.</returns>
    public static SnapshotInfo? Rollback(WorkingStore store, string id)
    {
        var info = SnapshotFiles.Find(store.Folder, id);
        if (info is null)
            return null;
        CurrentFile.Write(store.Folder, new(info, CurrentFile.Read(store.Folder)?.Store ?? ""));
        Log.Information("Rolled {Folder} back to {Snapshot}", store.Folder.Root, id);
        return info;
    }

    /// <summary>Builds the marts and runs the checks over all rounds; publishes nothing.</summary>
    public static IReadOnlyList<CheckResult> Check(WorkingStore store)
    {
        store.FetchScores();
        MartBuilder.Build(store.Connection, MartFile.BuiltIn(), store.Cluster);
        MartBuilder.Name(store.Connection, RoundStates.Changed(store.Connection, all: true));
        return CheckRunner.Run(store.Connection, CheckFile.BuiltIn(), store.Time);
    }

    private static (IReadOnlyList<CheckResult> Checks, IReadOnlyList<string> Rounds) BuildAndCheck(WorkingStore store, Action<PublishStep>? step)
    {
        store.FetchScores();
        step?.Invoke(PublishStep.Build);
        var marts = MartFile.BuiltIn();
        var rounds = MartBuilder.Build(store.Connection, marts, store.Cluster);
        step?.Invoke(PublishStep.Check);
        var checks = CheckRunner.Run(store.Connection, CheckFile.BuiltIn(), store.Time);
        if (checks.Any(c => c.Prevents))
            return (checks, rounds);
        step?.Invoke(PublishStep.Commit);
        using var transaction = store.Connection.BeginTransaction();
        MartBuilder.Remember(store.Connection, marts);
        CheckRunner.Keep(store.Connection, checks);
        transaction.Commit();
        return (checks, rounds);
    }

    /// <summary>Copies the store into a new file, compares the two, and makes the file read-only.</summary>
    private static (SnapshotInfo? Info, IReadOnlyList<CheckResult> Checks) WriteFile(
        WorkingStore store, string path, DateTimeOffset published, IReadOnlyList<CheckResult> checks, Action<PublishStep>? step)
    {
        step?.Invoke(PublishStep.Write);
        var connection = store.Connection;
        var own = connection.QuerySingle<string>("select current_database()");
        // The store's own bytes are the fastest copy; written anew, the file is smaller when the store has seen much change.
        var copied = store.File.TryCopy(path);
        connection.Execute($"attach '{path.Replace("'", "''", StringComparison.Ordinal)}' as {Attached}");
        Dictionary<string, long> rows;
        try
        {
            if (!copied)
                connection.Execute($"copy from database \"{own}\" to {Attached}");
            step?.Invoke(PublishStep.Compare);
            var equal = SnapshotComparison.WithStore(connection, own, Attached, store.Time);
            checks = [.. checks, equal];
            if (equal.Prevents)
                return (null, checks);
            CheckRunner.Keep(connection, checks, $"{Attached}.main.log_check");
            rows = SnapshotComparison.Counts(connection, Attached);
            connection.Execute($"checkpoint {Attached}");
        }
        finally
        {
            connection.Execute($"detach {Attached}");
        }

        step?.Invoke(PublishStep.Seal);
        using (var file = File.OpenRead(path))
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
            SnapshotFiles.MakeReadOnly(path);
            return (new(
                $"{Stamp(published)}-{sha256[..8]}", sha256, published,
                connection.QuerySingle<int>("select coalesce(max(load), 0) from log_load"),
                store.Sample,
                [.. connection.Query<string>("select round from rpt_round_summary join dim_round using (round) order by date, round")],
                rows,
                checks.Count(c => c.Prevents), checks.Count(c => !c.Blocks && !c.Passed)), checks);
        }
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
