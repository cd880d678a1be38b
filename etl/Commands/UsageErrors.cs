using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Commands;

/// <summary>The parser's complaints in both languages. Its own translations cover only some of them, so it is made to speak English
/// and each sentence it can say is known here.</summary>
internal static partial class UsageErrors
{
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses in English whatever the system speaks. A file whose name begins with @ is a file.</summary>
    public static ParseResult Parse(RootCommand root, string[] arguments)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return root.Parse(arguments, Configuration);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>What is wrong with the arguments. An option that is not known would pass for a path or for another option's value.</summary>
    public static IReadOnlyList<Wording> Of(ParseResult parsed)
    {
        var strange = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(t => new Wording($"不认识选项“{t.Value}”，或它前面缺少内容", $"'{t.Value}' is no option here, or a value is missing before it"));
        return [.. parsed.Errors.Select(e => Words(e.Message)).Concat(strange).Distinct()];
    }

    public static void Tell(IReadOnlyList<Wording> errors, Language language, TextWriter error)
    {
        foreach (var one in language == Language.Both ? [Language.Zh, Language.En] : new[] { language })
        {
            error.WriteLine(one.In("命令写法有误：", "Wrong usage:"));
            foreach (var wrong in errors)
                error.WriteLine("  " + one.In(wrong.Zh, wrong.En));
            error.WriteLine(one.In("用 --help 查看用法", "See --help"));
        }
    }

    private static Wording Words(string message)
    {
        if (NoVerb().IsMatch(message))
            return new("没有写命令", "No verb was given");
        if (Unknown().Match(message) is { Success: true } unknown)
            return new($"不认识“{unknown.Groups[1].Value}”", $"'{unknown.Groups[1].Value}' is not known here");
        if (NoArgument().Match(message) is { Success: true } missing)
            return new($"{missing.Groups[2].Value} 后面缺少 <{missing.Groups[1].Value}>", $"{missing.Groups[2].Value} needs <{missing.Groups[1].Value}>");
        if (NoOption().Match(message) is { Success: true } required)
            return new($"缺少选项 {required.Groups[1].Value}", $"The option {required.Groups[1].Value} is required");
        if (NoValue().Match(message) is { Success: true } bare)
            return new($"{bare.Groups[1].Value} 后面缺少内容", $"{bare.Groups[1].Value} needs a value");
        if (TooMany().Match(message) is { Success: true } many)
            return new($"{many.Groups[1].Value} 只能写一次", $"{many.Groups[1].Value} takes one value only");
        if (NoNumber().Match(message) is { Success: true } number)
            return new($"{number.Groups[2].Value} 的“{number.Groups[1].Value}”不是整数", $"'{number.Groups[1].Value}' for {number.Groups[2].Value} is no whole number");
        if (NotAmong().Match(message) is { Success: true } choice)
        {
            var choices = Choice().Matches(choice.Groups[2].Value).Select(m => m.Groups[1].Value).ToList();
            return new($"“{choice.Groups[1].Value}”不在可选之列：{string.Join('、', choices.Select(c => $"“{c}”"))}", $"'{choice.Groups[1].Value}' is none of: {string.Join(", ", choices)}");
        }
        return new("参数不合要求", message);
    }

    [GeneratedRegex("^Required command was not provided")]
    private static partial Regex NoVerb();

    [GeneratedRegex("^Unrecognized command or argument '(.*)'", RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("^Required argument '(.*)' missing for command: '(.*)'", RegexOptions.Singleline)]
    private static partial Regex NoArgument();

    [GeneratedRegex("^Option '(.*)' is required")]
    private static partial Regex NoOption();

    [GeneratedRegex("^Required argument missing for option: '(.*)'")]
    private static partial Regex NoValue();

    [GeneratedRegex("^(?:Option|Command) '(.*)' expects (?:a single argument|no more than)")]
    private static partial Regex TooMany();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type 'System\.", RegexOptions.Singleline)]
    private static partial Regex NoNumber();

    [GeneratedRegex("^Argument '(.*)' not recognized. Must be one of:(.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Choice();
}
