using System.CommandLine;
using System.Globalization;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Etl.Commands;

/// <summary>Writes what a command did to the audit trail, as the dashboard writes what people do there.</summary>
internal static class CommandAudit
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["load"] = AuditWords.Load,
        ["watch"] = AuditWords.Load,
        ["publish"] = AuditWords.Publish,
        ["rollback"] = AuditWords.Rollback,
        ["retract"] = AuditWords.Command,
        ["import"] = AuditWords.Command,
        ["add"] = AuditWords.Command,
        ["export"] = AuditWords.Export,
    };

    /// <summary>The snapshot that is served before the command runs; null for a command that is not recorded.</summary>
    public static string? Before(Command command, Session session, bool writes) =>
        Words.ContainsKey(command.Name) && (writes || command.Name == "export") ? CurrentFile.Read(session.Folder)?.Snapshot.Id ?? "" : null;

    public static void After(Command command, ParseResult parsed, Session session, string? before, int code)
    {
        if (before is null || !Directory.Exists(session.Folder.Root))
            return;
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["command"] = string.Join(' ', parsed.Tokens.Select(t => t.Value)),
            ["code"] = code.ToString(CultureInfo.InvariantCulture),
        };
        var now = CurrentFile.Read(session.Folder)?.Snapshot.Id ?? "";
        AuditTrail.Append(session.Folder, session.Time.GetUtcNow(), "os:" + Environment.UserName, Words[command.Name], now, details: details);
        // A load that published is both.
        if (now != before && Words[command.Name] is not (AuditWords.Publish or AuditWords.Rollback))
            AuditTrail.Append(session.Folder, session.Time.GetUtcNow(), "os:" + Environment.UserName, AuditWords.Publish, now);
    }
}
