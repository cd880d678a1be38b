using System.CommandLine;
using LearningCity.Etl.Validation;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>rules</c>: every rule of the loader.</summary>
public static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "列出全部校验规则 | List the rules of validation");
        command.Do((_, session) => Run(session), _ => false);
        return command;
    }

    private static int Run(Session session)
    {
        if (session.Json)
        {
            session.Write(Rules.All);
            return ExitCodes.Done;
        }
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(session.Say("规则", "rule"), session.Say("级别", "severity"), session.Say("说明", "message"));
        foreach (var rule in Rules.All)
            table.AddRow(new Text(rule.Name), new Text(Severity(session, rule)), new Text(session.Say(rule.Zh("…", "…", "…"), rule.En("…", "…", "…"), "\n")));
        session.Out.Write(table);
        return ExitCodes.Done;
    }

    private static string Severity(Session session, Validation.Rule rule) => rule.Severity switch
    {
        Validation.Severity.Reject => session.Say("退回", "reject"),
        Validation.Severity.Warn => session.Say("提示", "warn"),
        _ => session.Say("说明", "note"),
    };
}
