using System.CommandLine;
using System.Globalization;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>status</c>: what is served, what is in the store, what was loaded last. Changes nothing.</summary>
public static class StatusCommand
{
    private const int LastLoads = 10;

    /// <param name="Cluster">Where the scores are kept, when not in the folder.</param>
    private sealed record StoreLine(long? Scores, IReadOnlyList<LoadLine> Loads, bool? Pending, string? Cluster = null, ClusterException? Away = null);

    private sealed record LoadLine(
        int Load, string Command, DateTime FinishedAt, int Files, int UnitsAccepted, int UnitsRejected, long ScoresAdded, long ScoresSuperseded, int? RetractedBy);

    public static Command Create()
    {
        var command = new Command("status", "现用快照、数据库和最近的装载 | What is served, what is stored, what was loaded last");
        command.Do((_, session) => Run(session), _ => false);
        return command;
    }

    private static int Run(Session session)
    {
        var current = CurrentFile.Read(session.Folder);
        var snapshots = SnapshotFiles.List(session.Folder);
        var (scores, loads, pending, cluster, away) = Store(session.Folder, current);
        if (session.Json)
        {
            session.Write(new { Folder = session.Folder.Root, Current = current?.Snapshot, Snapshots = snapshots, Scores = scores, Loads = loads, PublishPending = pending, Cluster = cluster });
            return ExitCodes.Done;
        }
        session.Tell($"数据目录：{session.Folder.Root}", $"Data folder: {session.Folder.Root}");
        if (current is null)
            session.Tell("还没有发布过数据快照。用 load 装载评分表", "Nothing has been published yet. Load forms with the verb load", "yellow");
        else
            session.Tell(
                $"现用快照：{current.Snapshot.Id}，轮次 {string.Join("、", current.Snapshot.Rounds)}{(current.Snapshot.Sample ? "（示例数据）" : "")}",
                $"Serving: {current.Snapshot.Id}, rounds {string.Join(", ", current.Snapshot.Rounds)}{(current.Snapshot.Sample ? " (sample data)" : "")}", "green");
        if (away is not null)
            session.Tell(away.Zh, away.En, "red");
        else if (scores is null)
            session.Tell("还没有数据库，或正被另一个写入程序使用", "There is no store yet, or another writer has it", "yellow");
        else if (cluster is not null)
            session.Tell($"集群 {cluster} 中现行得分 {scores} 条", $"{scores} scores in force in the cluster at {cluster}");
        else
            session.Tell($"库中现行得分 {scores} 条", $"{scores} scores in force in the store");
        if (pending == true)
            session.Tell("库中有尚未发布的改动：下次 load 或 publish 会发布", "The store holds changes that are not published: the next load or publish will", "yellow");
        Table(session, snapshots, loads, current?.Snapshot.Id);
        return ExitCodes.Done;
    }

    private static void Table(Session session, IReadOnlyList<SnapshotInfo> snapshots, IReadOnlyList<LoadLine> loads, string? current)
    {
        if (snapshots.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple);
            table.AddColumns("", session.Say("快照", "snapshot"), session.Say("发布（UTC）", "published (UTC)"), session.Say("含至批次", "up to load"));
            foreach (var info in snapshots)
                table.AddRow(new Text(info.Id == current ? "→" : ""), new Text(info.Id), new Text(Time(info.PublishedAt.UtcDateTime)), new Text($"{info.Load}"));
            session.Out.Write(table);
        }
        if (loads.Count == 0)
            return;
        var last = new Table().Border(TableBorder.Simple);
        last.AddColumns(
            session.Say("批次", "load"), session.Say("命令", "verb"), session.Say("完成（UTC）", "finished (UTC)"), session.Say("文件", "files"),
            session.Say("接收", "accepted"), session.Say("退回", "rejected"), session.Say("新增", "added"), session.Say("更正", "corrected"), session.Say("撤回于", "retracted by"));
        foreach (var load in loads)
            last.AddRow(
                $"{load.Load}", load.Command, Time(load.FinishedAt), $"{load.Files}", $"{load.UnitsAccepted}", $"{load.UnitsRejected}",
                $"{load.ScoresAdded}", $"{load.ScoresSuperseded}", $"{load.RetractedBy}");
        session.Out.Write(last);
    }

    private static StoreLine Store(DataFolder folder, CurrentFile? current)
    {
        if (!File.Exists(folder.Store))
            return new(null, [], null, folder.Cluster?.ToString());
        try
        {
            using var look = DryRunStore.Open(folder);
            var connection = look.Connection;
            return new(
                look.Cluster?.Count() ?? connection.QuerySingle<long>("select count(*) from fct_score"),
                [.. connection.Query<LoadLine>($"""
                    select load, command, finished_at as FinishedAt, files, units_accepted as UnitsAccepted, units_rejected as UnitsRejected,
                        scores_added as ScoresAdded, scores_superseded as ScoresSuperseded, retracted_by as RetractedBy
                    from log_load order by load desc limit {LastLoads}
                    """)],
                look.Cluster?.ChangedSince(connection).Count > 0 || StoreFingerprint.Of(connection) != current?.Store,
                look.Cluster?.Address.ToString());
        }
        catch (Exception e) when (e is StoreInUseException or DuckDBException)
        {
            return new(null, [], null, folder.Cluster?.ToString());
        }
        catch (ClusterException e)
        {
            return new(null, [], null, folder.Cluster?.ToString(), e);
        }
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
