using System.CommandLine;
using LearningCity.Warehouse.Access;

namespace LearningCity.Etl.Commands;

/// <summary><c>audit verify</c></summary>
public static class AuditCommands
{
    public static Command Create()
    {
        var verify = new Command("verify", "逐条校验审计记录 | Check the audit trail, event by event");
        verify.Do(
            (_, session) =>
            {
                var verdict = AuditTrail.Verify(session.Folder);
                if (session.Json)
                    session.Write(new { verdict.Whole, verdict.Events, verdict.Place, verdict.Zh, verdict.En });
                else if (verdict.Whole)
                    session.Tell($"审计记录完整：共 {verdict.Events} 条，首尾相接", $"The audit trail is whole: {verdict.Events} events, each following the one before", "green");
                else
                    session.Tell($"审计记录在 {verdict.Place} 处已被破坏：{verdict.Zh}", $"The audit trail is broken at {verdict.Place}: {verdict.En}", "red");
                return verdict.Whole ? ExitCodes.Done : ExitCodes.NothingPublished;
            },
            _ => false);
        return new Command("audit", "审计记录 | The audit trail") { verify };
    }
}
