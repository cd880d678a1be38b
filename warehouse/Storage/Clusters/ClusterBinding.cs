using System.Globalization;
using System.Text.Json;
using Dapper;
using DuckDB.NET.Data;
using Serilog;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>Holds a data folder and its cluster together: each knows the other, and the log of loads in the folder decides what counts.</summary>
internal static class ClusterBinding
{
    // Which cluster keeps the scores; up to which load the store's copy of them goes; what the last load has written.
    private const string IdKey = "cluster";
    private const string CopiedKey = "cluster_copied";
    private const string KeptKey = "cluster_kept";

    /// <summary>Opens the cluster of a folder for writing; a load that was decided but not told is told.</summary>
    /// <returns>Null where the folder keeps its scores itself.</returns>
    public static ScoreCluster? Open(DataFolder folder, DuckDBConnection connection)
    {
        if (Named(folder, connection) is not { } address)
            return null;
        if (Meta(connection, IdKey) is null && connection.QuerySingle<bool>("select exists (from fct_score) or exists (from hst_score)"))
            throw new ClusterException(
                ClusterFault.WrongUse,
                $"{folder.Root} 的得分保存在本目录中，不能改由集群保存：请另用一个空的数据目录，把源文件（archive/）重新装载进去",
                $"{folder.Root} keeps its scores itself, and cannot be moved to a cluster: take an empty data folder and load the source files (archive/) into it");
        var cluster = ScoreCluster.Open(address, folder, write: true)!;
        try
        {
            var last = connection.QuerySingle<int>("select coalesce(max(load), 0) from log_load");
            Fits(folder, connection, cluster, last);
            if (Meta(connection, IdKey) is null)
            {
                SetMeta(connection, IdKey, cluster.Id.ToString());
                SetMeta(connection, CopiedKey, "0");
            }
            if (cluster.Head < last)
                cluster.Commit(last, Meta(connection, KeptKey) is { } kept ? JsonSerializer.Deserialize<ScoresKept>(kept)! : ScoresKept.Nothing);
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Opens the cluster of a folder to look only.</summary>
    /// <returns>Null where the folder keeps its scores itself, or nothing has been kept yet.</returns>
    public static ScoreCluster? Look(DataFolder folder, DuckDBConnection connection)
    {
        if (Named(folder, connection) is not { } address || ScoreCluster.Open(address, folder, write: false) is not { } cluster)
            return null;
        try
        {
            Fits(folder, connection, cluster, connection.QuerySingle<int>("select coalesce(max(load), 0) from log_load"));
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Nodes, then the log, which decides, then the coordinator.</summary>
    public static void Commit(DuckDBConnection connection, ScoreCluster cluster, DuckDBTransaction transaction, int load)
    {
        var kept = ScoreKeep.Write(cluster, connection, load);
        SetMeta(connection, KeptKey, JsonSerializer.Serialize(kept));
        transaction.Commit();
        try
        {
            cluster.Commit(load, kept);
        }
        catch (ClusterException e)
        {
            throw new ClusterException(
                e.Fault,
                $"批次 {load} 的得分已全部写入各节点，但协调节点没有确认生效：排除后执行 publish，即补记并发布。{e.Zh}",
                $"All scores of load {load} are on their nodes, but the coordinator did not confirm them: once that is mended, the verb publish completes it. {e.En}", e);
        }
    }

    /// <summary>Rounds of which the store's copy is out of date.</summary>
    public static IReadOnlyList<string> Changed(DuckDBConnection connection, ScoreCluster cluster) =>
        cluster.TouchedSince(Copied(connection));

    /// <summary>Brings the copy up to date, all of it or nothing.</summary>
    public static void Fetch(DuckDBConnection connection, ScoreCluster cluster)
    {
        var rounds = Changed(connection, cluster);
        using var transaction = connection.BeginTransaction();
        if (rounds.Count > 0)
            Complete(cluster, Copied(connection), ScoreFetch.Rounds(cluster, connection, rounds));
        SetMeta(connection, CopiedKey, cluster.Head.ToString(CultureInfo.InvariantCulture));
        transaction.Commit();
        Log.Debug("Fetched the scores of {Rounds} up to load {Load}", rounds, cluster.Head);
    }

    private static int Copied(DuckDBConnection connection) => int.Parse(Meta(connection, CopiedKey) ?? "0", CultureInfo.InvariantCulture);

    /// <exception cref="ClusterException">A node no longer has what it had confirmed.</exception>
    private static void Complete(ScoreCluster cluster, int copied, IReadOnlyDictionary<int, long> fetched)
    {
        foreach (var (load, written) in cluster.WrittenSince(copied).OrderBy(l => l.Key))
        {
            var there = fetched.GetValueOrDefault(load);
            if (there != written)
                throw new ClusterException(
                    ClusterFault.Failed,
                    $"批次 {load} 写入集群的得分有 {written} 行，现在只有 {there} 行：有节点丢失了已确认的数据（fsync 或 synchronous_commit 是否关闭？），请从备份恢复该节点。没有发布，现用的数据快照不受影响",
                    $"Load {load} wrote {written} rows to the cluster, and {there} are there: a node has lost what it had confirmed (are fsync or synchronous_commit off?). Restore it from its backup; nothing was published, and the current snapshot is not affected");
        }
    }

    /// <exception cref="ClusterException">The folder's scores are in a cluster, and none is named.</exception>
    private static ClusterAddress? Named(DataFolder folder, DuckDBConnection connection) =>
        folder.Cluster is null && Meta(connection, IdKey) is not null
            ? throw new ClusterException(
                ClusterFault.WrongUse,
                $"{folder.Root} 的得分保存在 PostgreSQL 集群中：请用 --store 或环境变量 {ClusterAddress.EnvironmentVariable} 指明集群",
                $"The scores of {folder.Root} are kept in a PostgreSQL cluster: name it with --store or the environment variable {ClusterAddress.EnvironmentVariable}")
            : folder.Cluster;

    private static void Fits(DataFolder folder, DuckDBConnection connection, ScoreCluster cluster, int last)
    {
        var known = Meta(connection, IdKey);
        if (known is null ? cluster.Head > 0 : known != cluster.Id.ToString())
            throw new ClusterException(
                ClusterFault.WrongUse,
                $"{cluster.Address} 中的得分属于另一个数据目录，不是 {folder.Root}：请核对 --store 和 --data，什么也没有改动",
                $"The scores at {cluster.Address} belong to another data folder, not to {folder.Root}: check --store and --data; nothing was changed");
        // The folder may be one load ahead, which it then tells; and a folder new to a cluster may have a log of its own.
        if (cluster.Head > last || (known is not null && cluster.Head > 0 && cluster.Head < last - 1))
            throw new ClusterException(
                ClusterFault.WrongUse,
                $"数据目录的装载记录到批次 {last}，集群到批次 {cluster.Head}，两者不是同一时点（其中之一可能是旧备份）：请恢复到同一时点，什么也没有改动",
                $"The data folder knows loads up to {last}, the cluster up to {cluster.Head}: one of them is an old copy. Restore both to the same time; nothing was changed");
    }

    private static string? Meta(DuckDBConnection connection, string key) =>
        connection.QuerySingleOrDefault<string>("select value from meta_store where key = $key", new { key });

    private static void SetMeta(DuckDBConnection connection, string key, string value)
    {
        connection.Execute("delete from meta_store where key = $key", new { key });
        connection.Execute("insert into meta_store values ($key, $value)", new { key, value });
    }
}
