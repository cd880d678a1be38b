using System.CommandLine;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Commands;

/// <summary><c>load PATH…</c></summary>
public static class LoadCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "要装载的文件或文件夹，格式可混放 | Files or folders to load, formats mixed as they are",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Round = new("--round") { Description = "评估轮次，如 2024 | The round, such as 2024", HelpName = "R" };

    private static readonly Option<string?> District = new("--district") { Description = "区，名称或代码 | The district, by name or code", HelpName = "D" };

    private static readonly Option<bool> Partial = new("--partial") { Description = "有错的表中，正确的得分照收 | Take the good scores of a faulty form" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只检查，不写入 | Show what would be done, write nothing" };

    private static readonly Option<bool> NoPublish = new("--no-publish") { Description = "装载后不发布 | Load without publishing" };

    private static readonly Option<int?> MaxMegabytes = new("--max-mb")
    {
        Description = $"单个文件大小上限（MB）；默认 {new ReadLimits().FileBytes / 1_000_000}，得分清单（UTF-8 文本）不限 | Largest file that is opened, in MB; {new ReadLimits().FileBytes / 1_000_000} by default, lists of scores as UTF-8 text of any size",
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new Command("load", "读取、校验、装载并发布评分表 | Read, validate, load and publish score forms")
        {
            Paths, Round, District, Partial, DryRun, NoPublish, MaxMegabytes,
        };
        command.Do(Run, parsed => !parsed.GetValue(DryRun));
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        if (parsed.GetValue(MaxMegabytes) < 1)
            throw new UsageException("--max-mb 应为正整数", "--max-mb should be a positive number");
        var request = new LoadRequest(parsed.GetValue(Paths)!)
        {
            Round = parsed.GetValue(Round),
            District = parsed.GetValue(District),
            Partial = parsed.GetValue(Partial),
            DryRun = parsed.GetValue(DryRun),
            NoPublish = parsed.GetValue(NoPublish),
            Limits = parsed.GetValue(MaxMegabytes) * 1_000_000L is { } most ? new ReadLimits() with { FileBytes = most, LongListBytes = most } : new ReadLimits(),
        };
        LoadResult result;
        try
        {
            result = ProgressBar.During(session, progress => Loader.Load(session.Folder, request, progress, session.Time));
        }
        catch (FileNotFoundException e) when (e.FileName is not null && request.Paths.Contains(e.FileName))
        {
            throw new UsageException($"找不到文件或文件夹：{e.FileName}", $"No such file or folder: {e.FileName}");
        }
        if (session.Json)
            session.Write(LoadReport.Machine(result));
        else
            LoadReport.Print(session, result);
        return result.ExitCode;
    }
}
