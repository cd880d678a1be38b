using System.CommandLine;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Exports;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Etl.Commands;

/// <summary><c>export OUT --format parquet|csv|xlsx|snapshot</c>: the current snapshot, to be understood without this program.</summary>
public static class ExportCommand
{
    private static readonly Argument<string> Out = new("OUT") { Description = "目标文件夹，须不存在或为空 | Folder to write to; must not exist, or be empty" };

    private static readonly Option<string> Format = new("--format") { Description = "格式 | Format", HelpName = "parquet|csv|xlsx|snapshot", Required = true };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("parquet", "csv", "xlsx", "snapshot");
        var command = new Command("export", "导出现用数据快照 | Export the current snapshot") { Out, Format };
        command.Do(Run, _ => false);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        // The sample is exported as well while nothing real is there; its README says so.
        using var snapshots = new SnapshotStore(session.Folder, session.Time);
        using var snapshot = snapshots.Lease(Viewer.All) ?? throw new UsageException("还没有发布过数据快照", "Nothing has been published yet");
        var folder = parsed.GetValue(Out)!;
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UsageException($"目标文件夹不为空：{folder}", $"The folder is not empty: {folder}");
        var files = Export.Write(snapshot, Enum.Parse<ExportFormat>(parsed.GetValue(Format)!, ignoreCase: true), folder);
        if (session.Json)
            session.Write(new { Snapshot = snapshot.Info.Id, snapshot.Info.Sample, Folder = Path.GetFullPath(folder), Files = files });
        else
            session.Tell(
                $"已将数据快照 {snapshot.Info.Id}{(snapshot.Info.Sample ? "（示例数据）" : "")} 导出到 {Path.GetFullPath(folder)}，共 {files.Count} 个文件",
                $"Snapshot {snapshot.Info.Id}{(snapshot.Info.Sample ? " (sample data)" : "")} exported to {Path.GetFullPath(folder)}, {files.Count} files", "green");
        return ExitCodes.Done;
    }
}
