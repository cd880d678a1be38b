using System.CommandLine;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Serilog;

namespace LearningCity.Etl.Commands;

/// <summary>The verbs, what they share, and the one place where a failure becomes a sentence.</summary>
public static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "数据目录；默认取环境变量 LEARNINGCITY_DATA，再默认 ./data | Data folder; else LEARNINGCITY_DATA, else ./data",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Store = new("--store")
    {
        Description = $"得分存放在 PostgreSQL 集群中：postgres://用户@主机:端口/数据库；默认取环境变量 {ClusterAddress.EnvironmentVariable}，再默认存放在数据目录中 | Keep the scores in a PostgreSQL cluster: postgres://user@host:port/database; else {ClusterAddress.EnvironmentVariable}, else in the data folder",
        HelpName = "URL",
        Recursive = true,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "以 JSON 输出，供程序读取 | Answer in JSON, for machines",
        Recursive = true,
    };

    private static readonly Option<string?> Lang = new("--lang")
    {
        Description = "界面语言：zh 或 en；默认按系统 | Language: zh or en; the system's by default",
        HelpName = "zh|en",
        Recursive = true,
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "在屏幕上显示日志 | Show the log on the screen",
        Recursive = true,
    };

    static CommandLine() => Lang.AcceptOnlyFromAmong("zh", "en");

    public static RootCommand Root() => Root(
        "学习型城市示范区评估：装载与管理 | Learning-city evaluation: loading and housekeeping",
        LoadCommand.Create(), PublishCommands.Publish(), StatusCommand.Create(), PublishCommands.Rollback(), PublishCommands.Check(),
        RulesCommand.Create(), HistoryCommand.Create(), RetractCommand.Create(), CatalogCommands.Catalog(), CatalogCommands.Round(),
        DiffCommand.Create(), ExportCommand.Create(), TemplateCommand.Create(), SampleCommand.Create(), WatchCommand.Create(), AuditCommands.Create());

    /// <summary>The command line of a program: its verbs, and the options that every verb takes.</summary>
    public static RootCommand Root(string about, params ReadOnlySpan<Command> verbs)
    {
        var root = new RootCommand(about) { Data, Store, Json, Lang, Verbose };
        foreach (var verb in verbs)
            root.Add(verb);
        return root;
    }

    /// <param name="output">Where the answer goes; the console by default.</param>
    /// <param name="error">Where progress and complaints go; the console by default.</param>
    public static int Run(string[] arguments, TextWriter? output = null, TextWriter? error = null) => Run(Root(), arguments, output, error);

    /// <inheritdoc cref="Run(string[], TextWriter?, TextWriter?)"/>
    public static int Run(RootCommand root, string[] arguments, TextWriter? output = null, TextWriter? error = null)
    {
        var language = Words.Choose(LanguageOption(arguments));
        HelpTexts.Speak(root, language);
        var parsed = UsageErrors.Parse(root, arguments);
        var wrong = UsageErrors.Of(parsed);
        if (wrong.Count > 0)
        {
            UsageErrors.Tell(wrong, language, error ?? Console.Error);
            return ExitCodes.WrongUsage;
        }
        return parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
        });
    }

    /// <summary>What the option says, read before anything is parsed: wrong usage is told in that language, too.</summary>
    private static string? LanguageOption(string[] arguments)
    {
        var at = Array.FindLastIndex(arguments, a => a == Lang.Name || a.StartsWith(Lang.Name + "=", StringComparison.Ordinal));
        return at < 0 ? null
            : arguments[at].Length > Lang.Name.Length ? arguments[at][(Lang.Name.Length + 1)..]
            : at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    /// <summary>Gives a command its action: sets up session and log, and turns what goes wrong into one sentence and an exit code.</summary>
    /// <param name="writes">Whether the command changes the data folder, and so keeps a log there.</param>
    public static void Do(this Command command, Func<ParseResult, Session, int> action, Func<ParseResult, bool>? writes = null) => command.SetAction(parsed =>
    {
        var session = Session.Create(parsed.GetValue(Data), parsed.GetValue(Json), parsed.GetValue(Lang), parsed.InvocationConfiguration);
        LogFiles.Start(session.Folder, writes is null || writes(parsed), parsed.GetValue(Verbose));
        try
        {
            session = session with { Folder = session.Folder with { Cluster = ClusterAddress.Resolve(parsed.GetValue(Store)) } };
            var before = CommandAudit.Before(command, session, writes is null || writes(parsed));
            var code = action(parsed, session);
            CommandAudit.After(command, parsed, session, before, code);
            return code;
        }
        catch (StoreInUseException)
        {
            session.Tell(
                $"数据目录正被另一个写入程序使用（{session.Folder.Root}），请稍后再试。什么也没有改动。",
                $"The data folder is in use by another writer ({session.Folder.Root}); try again later. Nothing was changed.", "red");
            return ExitCodes.InUse;
        }
        catch (ClusterException e)
        {
            session.Tell(e.Zh, e.En, "red");
            return e.Fault == ClusterFault.WrongUse ? ExitCodes.WrongUsage : ExitCodes.NothingPublished;
        }
        catch (UsageException e)
        {
            session.Tell(e.Zh, e.En, "red");
            return ExitCodes.WrongUsage;
        }
        catch (Exception e)
        {
            var log = LogFiles.Failure(session.Folder, e, command.Name);
            session.Tell(
                $"出现意外错误，没有完成（{e.GetType().Name}）。现有数据快照不受影响。详情见 {log}",
                $"Something unexpected went wrong ({e.GetType().Name}). The current snapshot is not affected. Details: {log}", "red");
            return ExitCodes.NothingPublished;
        }
        finally
        {
            Log.CloseAndFlush();
        }
    });
}

/// <summary>The command was called in a way that cannot be carried out.</summary>
public sealed class UsageException(string zh, string en) : Exception(en)
{
    public string Zh { get; } = zh;

    public string En { get; } = en;
}
