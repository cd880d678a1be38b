using System.CommandLine;
using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Commands;

/// <summary><c>retract LOAD</c></summary>
public static class RetractCommand
{
    private static readonly Argument<int> Load = new("LOAD") { Description = "批次号（见 status）| Number of the load (see status)" };

    private static readonly Option<bool> NoPublish = new("--no-publish") { Description = "撤回后不发布 | Do not publish afterwards" };

    public static Command Create()
    {
        var command = new Command("retract", "撤回一个装载批次，恢复之前的得分 | Take a load back out and restore what was before") { Load, NoPublish };
        command.Do(Run);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        var load = parsed.GetValue(Load);
        var result = Retraction.Retract(session.Folder, load, !parsed.GetValue(NoPublish), session.Time)
            ?? throw new UsageException($"没有可撤回的批次 {load}（不存在、已撤回，或本身就是撤回）", $"There is no load {load} to retract (none of that number, retracted already, or itself a retraction)");
        if (session.Json)
        {
            session.Write(new { result.Load, result.Retracted, result.Removed, result.Restored, Snapshot = result.Published?.Snapshot?.Id });
            return result.Published is { Published: false } ? ExitCodes.NothingPublished : ExitCodes.Done;
        }
        session.Tell(
            $"已撤回批次 {load}：撤下得分 {result.Removed} 条，其中 {result.Restored} 条恢复为之前的值（记为批次 {result.Load}）",
            $"Load {load} retracted: {result.Removed} scores removed, {result.Restored} of them back to their earlier value (logged as load {result.Load})", "green");
        return result.Published is null ? ExitCodes.Done : PublishCommands.Report(session, result.Published);
    }
}
