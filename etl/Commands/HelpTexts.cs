using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace LearningCity.Etl.Commands;

/// <summary>Brings <c>--help</c> into the language of the user.</summary>
internal static class HelpTexts
{
    // Options are shared by all runs of a process; each run starts from the words that they were written with.
    private static readonly ConditionalWeakTable<Symbol, string> Written = [];

    private static readonly (string Parser, string Zh, string En)[] Headings =
    [
        ("Description:", "说明：", "Description:"), ("Usage:", "用法：", "Usage:"), ("Arguments:", "参数：", "Arguments:"),
        ("Options:", "选项：", "Options:"), ("Commands:", "命令：", "Commands:"),
    ];

    /// <summary>Leaves of each description, which is written as <c>Chinese | English</c>, what the user reads.</summary>
    public static void Speak(Command command, Language language)
    {
        foreach (var symbol in command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command))
        {
            if (symbol is HelpOption help)
            {
                help.Description = language.In("显示帮助和用法", "Show help and usage");
                help.Action = new SpokenHelp((SynchronousCommandLineAction)help.Action!, language);
            }
            else if (symbol is VersionOption)
                symbol.Description = language.In("显示版本", "Show the version");
            else if (Written.GetValue(symbol, s => s.Description ?? "").Split('|', 2, StringSplitOptions.TrimEntries) is [var zh, var en])
                symbol.Description = language.In(zh, en);
        }
        foreach (var verb in command.Subcommands)
            Speak(verb, language);
    }

    /// <summary>The parser's help with its headings and marks translated.</summary>
    private sealed class SpokenHelp(SynchronousCommandLineAction help, Language language) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var streams = parseResult.InvocationConfiguration;
            var answer = streams.Output;
            using var text = new StringWriter();
            streams.Output = text;
            var code = help.Invoke(parseResult);
            streams.Output = answer;
            foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
                answer.WriteLine(Translated(line));
            return code;
        }

        private string Translated(string line)
        {
            foreach (var (parser, zh, en) in Headings)
            {
                if (line == parser)
                    return language.In(zh, en);
            }
            return language == Language.Zh
                ? line.Replace("[options]", "[选项]", StringComparison.Ordinal).Replace("[command]", "[命令]", StringComparison.Ordinal)
                    .Replace("[default: ", "[默认 ", StringComparison.Ordinal).Replace("(REQUIRED)", "（必填）", StringComparison.Ordinal)
                : line;
        }
    }
}
