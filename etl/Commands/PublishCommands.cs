using System.CommandLine;
using System.Globalization;
using LearningCity.Warehouse.Checks;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>publish</c>, <c>check</c>, <c>rollback</c>.</summary>
public static class PublishCommands
{
    public static Command Publish()
    {
        var command = new Command("publish", "校验并发布数据快照 | Check the store and publish a snapshot");
        command.Do((_, session) =>
        {
            using var store = WorkingStore.Open(session.Folder, session.Time);
            return Report(session, Publisher.Publish(store));
        });
        return command;
    }

    public static Command Check()
    {
        var command = new Command("check", "运行发布前校验，不发布 | Run the checks without publishing");
        command.Do((_, session) =>
        {
            using var store = WorkingStore.Open(session.Folder, session.Time);
            var checks = Publisher.Check(store);
            if (session.Json)
                session.Write(checks);
            else
                Print(session, checks, all: true);
            return checks.Any(c => c.Prevents) ? ExitCodes.NothingPublished : ExitCodes.Done;
        });
        return command;
    }

    public static Command Rollback()
    {
        var id = new Argument<string>("ID") { Description = "数据快照编号（见 status）| Id of the snapshot (see status)" };
        var command = new Command("rollback", "改用较早的数据快照 | Serve an earlier snapshot") { id };
        command.Do((parsed, session) =>
        {
            // A cluster that is away must not keep anyone from going back.
            using var store = WorkingStore.Open(session.Folder, session.Time, scores: false);
            var wanted = parsed.GetValue(id)!;
            var info = Publisher.Rollback(store, wanted)
                ?? throw new UsageException($"没有数据快照 {wanted}，可用的见 etl status", $"There is no snapshot {wanted}; etl status lists them");
            if (session.Json)
                session.Write(info);
            else
                session.Tell(
                    $"现在使用数据快照 {info.Id}。库中数据未变；下次有新内容装载时会再发布",
                    $"Now serving snapshot {info.Id}. The store is unchanged; the next load that brings something new publishes again", "green");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Says what came of a publication.</summary>
    internal static int Report(Session session, PublishResult result)
    {
        if (session.Json)
            session.Write(new { Snapshot = result.Snapshot?.Id, result.Rounds, result.Checks });
        else
        {
            Print(session, result.Checks, all: false);
            if (result.Snapshot is { } snapshot)
                session.Tell($"已发布数据快照 {snapshot.Id}", $"Published snapshot {snapshot.Id}", "green");
            else
                session.Tell("没有发布；原有快照继续使用", "Nothing was published; the current snapshot stays", "red");
        }
        return result.Published ? ExitCodes.Done : ExitCodes.NothingPublished;
    }

    private static void Print(Session session, IReadOnlyList<CheckResult> checks, bool all)
    {
        var shown = checks.Where(c => all || !c.Passed).OrderBy(c => c.Passed).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (shown.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(session.Say("校验", "check"), session.Say("结果", "result"), session.Say("行", "rows"), session.Say("说明", "what failed"));
        foreach (var check in shown)
        {
            var (text, colour) = check.Passed ? (session.Say("通过", "passed"), "green") : check.Blocks ? (session.Say("不通过", "failed"), "red") : (session.Say("提示", "warning"), "yellow");
            table.AddRow(
                new Text(check.Name), new Text(text, Style.Parse(colour)), new Text(check.RowsFailed.ToString(CultureInfo.InvariantCulture)),
                new Text(check.Passed ? "" : session.Say(check.MessageZh, check.MessageEn, "\n") + string.Concat(check.Examples.Take(3).Select(e => "\n" + e))));
        }
        session.Out.Write(table);
    }
}
