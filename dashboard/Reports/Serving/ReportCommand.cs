using System.CommandLine;
using System.Text;
using LearningCity.Dashboard.Hosting;
using LearningCity.Etl.Commands;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using Spectre.Console;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Reports.Serving;

/// <summary><c>report --round R [--district D|--all] OUT</c>: reports of the current snapshot as files.</summary>
public static class ReportCommand
{
    public const string Verb = "report";

    private static readonly Argument<string> Out = new("OUT")
    {
        Description = "要写的文件：区反馈报告和全市总结为 .docx，附表为 .xlsx，整轮为 .zip | The file to write: .docx for a district or the city, .xlsx for the annex, .zip for the whole round",
    };

    private static readonly Option<string> Round = new("--round") { Description = "评估轮次，代码或名称 | The round, by code or name", HelpName = "R", Required = true };

    private static readonly Option<string?> District = new("--district")
    {
        Description = "只写一个区的反馈报告；名称或代码 | The report of one district, by name or code",
        HelpName = "D",
    };

    private static readonly Option<bool> All = new("--all")
    {
        Description = "整轮：各区反馈报告、全市总结和附表，打成一个 .zip | The whole round: every district's report, the summary and the annex in one .zip",
    };

    public static int Run(string[] arguments, TextWriter? output = null, TextWriter? error = null)
    {
        if (output is null && error is null)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return CommandLine.Run(Root(), arguments, output, error);
    }

    private static RootCommand Root()
    {
        var command = new Command(Verb, "生成反馈报告、全市总结和附表 | Write feedback reports, the summary and the annex") { Out, Round, District, All };
        command.Do(Write, _ => false);
        return CommandLine.Root("学习型城市示范区评估：报告 | Learning-city evaluation: reports", command);
    }

    private static int Write(ParseResult parsed, Session session)
    {
        var text = session.Language == Etl.Commands.Language.En ? Text.English : Text.Chinese;
        using var snapshots = new SnapshotStore(session.Folder, session.Time);
        using var snapshot = snapshots.Lease(Viewer.All) ?? throw new UsageException(
            $"{session.Folder.Root} 中还没有发布过数据快照；先装载数据，或启动一次看板装入示例数据",
            $"Nothing has been published in {session.Folder.Root} yet; load scores, or start the dashboard once to load the sample");
        var (district, all) = (parsed.GetValue(District), parsed.GetValue(All));
        if (district is not null && all)
            throw new UsageException("--district 和 --all 只能用一个", "Use --district or --all, not both");

        var (reports, refused) = RoundReports.Open(snapshot, snapshots, TemplateCommand.RoundOf(snapshot.Catalog, parsed.GetValue(Round)!).Code, text);
        if (reports is null)
            return Refuse(session, refused!);

        var path = Path.GetFullPath(parsed.GetValue(Out)!);
        Action<Stream, IProgress<ReportProgress>?> write;
        if (district is not null)
        {
            var found = TemplateCommand.DistrictOf(snapshot.Catalog, district);
            if (RoundReports.Refusal(snapshot, reports.Round, found.Code) is { } absent)
                return Refuse(session, absent);
            Needs(path, ".docx");
            write = (stream, _) => reports.WriteDistrict(found, stream);
        }
        else if (all)
        {
            Needs(path, ".zip");
            write = reports.WriteAll;
        }
        else
        {
            Needs(path, ".docx", ".xlsx");
            write = (stream, _) => (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? (Action<Stream>)reports.WriteAnnex : reports.WriteSummary)(stream);
        }

        var bytes = ProgressBar.During<ReportProgress, long>(
            session, session.Say("读取数据", "reading the data"), progress => ReportTarget.Save(path, stream => write(stream, progress)), Show);
        if (session.Json)
            session.Write(new { File = path, Round = reports.Round, Snapshot = snapshot.Info.Id, snapshot.Info.Sample, Bytes = bytes });
        else
            session.Tell(
                $"已写出{(snapshot.Info.Sample ? "（示例数据）" : "")}：{path}（数据快照 {snapshot.Info.Id}）",
                $"Wrote{(snapshot.Info.Sample ? " (sample data)" : "")} {path} from snapshot {snapshot.Info.Id}", "green");
        return ExitCodes.Done;
    }

    private static int Refuse(Session session, Stop refused)
    {
        session.Tell(refused.Zh, refused.En, "red");
        return refused.ExitCode;
    }

    private static void Needs(string path, params string[] extensions)
    {
        if (!extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            throw new UsageException($"文件名应以 {string.Join(" 或 ", extensions)} 结尾：{path}", $"The file name should end in {string.Join(" or ", extensions)}: {path}");
    }

    private static void Show(ProgressTask task, ReportProgress step)
    {
        task.MaxValue = step.All;
        task.Value = step.Done;
        task.Description = Markup.Escape(step.Name);
    }
}
