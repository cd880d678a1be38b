using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using LearningCity.Etl.Watching;

namespace LearningCity.Etl.Commands;

/// <summary><c>watch DIR</c>: loads what arrives.</summary>
public static class WatchCommand
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Argument<string> Folder = new("DIR") { Description = "要看守的文件夹 | The folder to watch" };

    private static readonly Option<bool> Once = new("--once") { Description = "处理已到齐的文件后退出 | Load what has arrived, then stop" };

    private static readonly Option<int> Interval = new("--interval")
    {
        Description = "每隔几秒查看一次，文件静止这么久才算到齐；默认 2 | Seconds between looks; a file that lies still so long has arrived; 2 by default",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 2,
    };

    public static Command Create()
    {
        var command = new Command("watch", "看守文件夹：到一个装一个，退回的附原因 | Load what arrives in a folder; what is returned carries its reasons")
        {
            Folder, Once, Interval,
        };
        command.Do(Run);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        if (parsed.GetValue(Interval) < 1)
            throw new UsageException("--interval 应为正整数", "--interval should be a positive number");
        using var stop = new CancellationTokenSource();
        // A load under way is finished, then the program ends by itself.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var watcher = Open(parsed, session);
        if (parsed.GetValue(Once))
        {
            var pass = watcher.Once(stop.Token);
            Tell(session, pass);
            if (pass.Arriving > 0)
                session.Tell($"还有 {pass.Arriving} 个文件没有到齐，留待下次", $"{pass.Arriving} files are still arriving and wait for the next run", "yellow");
            return pass.StoreInUse ? ExitCodes.InUse : pass.Away is not null ? ExitCodes.NothingPublished : pass.Load?.ExitCode ?? ExitCodes.Done;
        }
        session.Tell($"正在看守 {parsed.GetValue(Folder)}，按 Ctrl-C 停止", $"Watching {parsed.GetValue(Folder)}; Ctrl-C stops it", "grey");
        watcher.Run(pass => Tell(session, pass), stop.Token);
        session.Tell("已停止", "Stopped", "grey");
        return ExitCodes.Done;
    }

    private static Watcher Open(ParseResult parsed, Session session)
    {
        var folder = parsed.GetValue(Folder)!;
        try
        {
            return Watcher.Open(session.Folder, folder, session.Time, TimeSpan.FromSeconds(parsed.GetValue(Interval)));
        }
        catch (DirectoryNotFoundException)
        {
            throw new UsageException($"没有这个文件夹：{folder}", $"There is no such folder: {folder}");
        }
        catch (WatchedAlreadyException)
        {
            throw new UsageException($"{folder} 已有另一个 watch 在看守", $"Another watch has {folder} already");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"没有权限写入 {folder}", $"There is no permission to write to {folder}");
        }
    }

    private static void Tell(Session session, WatchPass pass)
    {
        if (pass.StoreInUse)
            session.Tell("数据目录正被另一个写入程序使用，文件先等一等", "The data folder is in use by another writer; the files wait", "yellow");
        if (pass.Away is { } away)
            session.Tell(away.Zh + "文件先等一等", $"{away.En} The files wait", "yellow");
        foreach (var file in pass.Files)
        {
            if (session.Json)
                session.Out.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(file, OneLine));
            else
                session.Tell(Zh(file), En(file), file.Returned ? "red" : file.Warnings > 0 ? "yellow" : "green");
        }
        foreach (var check in pass.Load?.FailedChecks ?? [])
            session.Tell(
                $"发布前校验未通过：{check.Name}（{check.RowsFailed} 行）{check.MessageZh}。原有快照继续使用",
                $"Check failed: {check.Name} ({check.RowsFailed} rows) {check.MessageEn}. The current snapshot stays", "red");
    }

    private static string Zh(WatchedFile file) => file.Path + "：" + file.Outcome switch
    {
        "accepted" => $"已接收{Units(file, "、")}：新增 {file.Added}、更正 {file.Superseded}、不变 {file.Unchanged}" + (file.Warnings > 0 ? $"，{file.Warnings} 处提示" : ""),
        "unchanged" => file.Unchanged == 0 ? "没有填写分数，没有改动" : "早已装载，没有变化",
        "partial" => $"部分接收（新增 {file.Added}、更正 {file.Superseded}），{file.Rejected} 处要修改，原因见 {file.Reasons ?? "日志"}",
        _ => $"退回，{file.Rejected} 处要修改，原因见 {file.Reasons ?? "日志"}",
    } + (file.MovedTo is null ? "；文件移不走，仍留在原处" : "");

    private static string En(WatchedFile file) => file.Path + ": " + file.Outcome switch
    {
        "accepted" => $"accepted{Units(file, ", ")}: {file.Added} added, {file.Superseded} corrected, {file.Unchanged} unchanged" + (file.Warnings > 0 ? $", {file.Warnings} remarks" : ""),
        "unchanged" => file.Unchanged == 0 ? "holds no scores, nothing changed" : "loaded before, nothing changed",
        "partial" => $"accepted in part ({file.Added} added, {file.Superseded} corrected); to mend: {file.Rejected}, see {file.Reasons ?? "the log"}",
        _ => $"returned, to mend: {file.Rejected}, see {file.Reasons ?? "the log"}",
    } + (file.MovedTo is null ? "; the file could not be moved and stays" : "");

    private static string Units(WatchedFile file, string between) =>
        file.Units.Count is > 0 and <= 3 ? " " + string.Join(between, file.Units.Select(u => $"{u.Round} {(u.DistrictText.Length > 0 ? u.DistrictText : u.District)}")) : file.Units.Count > 3 ? $" ({file.Units.Count})" : "";
}
