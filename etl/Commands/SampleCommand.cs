using System.CommandLine;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Samples;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Commands;

/// <summary><c>sample OUT</c>: synthetic forms, for trying things out and for measuring.</summary>
public static class SampleCommand
{
    private static readonly SampleOptions Defaults = new();

    private static readonly Argument<string> Out = new("OUT") { Description = "要写入的空文件夹 | The empty folder to write to" };

    private static readonly Option<int?> Districts = Number("--districts", "多少个区；默认为目录中的全部 | How many districts; the catalog's by default");

    private static readonly Option<int?> Rounds = Number("--rounds", "多少轮（最近的）；默认为目录中的全部 | How many rounds, the latest; the catalog's by default");

    private static readonly Option<int?> Experts = Number("--experts", $"专家人数，可为 0；默认 {Defaults.Experts} | Experts on the panel, 0 for none; {Defaults.Experts} by default");

    private static readonly Option<int?> Seed = Number("--seed", $"随机种子；默认 {Defaults.Seed} | Seed of the random numbers; {Defaults.Seed} by default");

    private static readonly Option<SampleFormat> Format = new("--format")
    {
        Description = "格式：xlsx、docx、csv 或 tidy；默认 xlsx | Format: xlsx, docx, csv or tidy; xlsx by default",
        HelpName = "xlsx|docx|csv|tidy",
        DefaultValueFactory = _ => SampleFormat.Xlsx,
    };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("xlsx", "docx", "csv", "tidy");
        var command = new Command("sample", "生成示例数据（合成分数）| Write synthetic forms") { Out, Districts, Rounds, Experts, Seed, Format };
        command.Do(Run, _ => false);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        var options = new SampleOptions(
            AtLeast(parsed, Districts, 1), AtLeast(parsed, Rounds, 1), AtLeast(parsed, Experts, 0) ?? Defaults.Experts,
            parsed.GetValue(Seed) ?? Defaults.Seed, parsed.GetValue(Format));
        var folder = Path.GetFullPath(parsed.GetValue(Out)!);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UsageException($"{folder} 已存在且不是空文件夹，不会覆盖", $"{folder} exists and is no empty folder; it will not be overwritten");
        CityCatalog catalog;
        using (var store = DryRunStore.Open(session.Folder))
            catalog = store.Catalog;
        if (catalog.Frameworks.Count == 0)
            throw new UsageException("目录中没有指标体系，请先用 catalog import 导入", "The catalog has no framework; import one with catalog import");

        SampleResult result;
        try
        {
            result = SampleWriter.Write(catalog, options, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"无法写入 {folder}，请检查权限和剩余空间", $"{folder} cannot be written; check its permissions and the space left");
        }
        if (session.Json)
            session.Write(result);
        else
            Tell(session, result);
        return ExitCodes.Done;
    }

    private static void Tell(Session session, SampleResult result)
    {
        session.Tell(
            $"示例数据（合成分数）：{result.Rounds} 轮、{result.Districts} 个区、{result.Scores} 个得分，共 {result.Files} 个文件，写入 {result.Folder}",
            $"Sample data (synthetic): {result.Rounds} rounds, {result.Districts} districts, {result.Scores} scores in {result.Files} files, written to {result.Folder}", "green");
        if (result.CatalogFolder is { } catalog)
            session.Tell(
                $"其中有目录之外的区或轮次。装载前请先导入配套目录：catalog import {catalog}",
                $"Some districts or rounds are not in the catalog. Before loading, import the one that goes with them: catalog import {catalog}", "yellow");
    }

    private static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };

    private static int? AtLeast(ParseResult parsed, Option<int?> option, int least) =>
        parsed.GetValue(option) is { } number && number < least
            ? throw new UsageException($"{option.Name} 不能小于 {least}", $"{option.Name} must be at least {least}")
            : parsed.GetValue(option);
}
