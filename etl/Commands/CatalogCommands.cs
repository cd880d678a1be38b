using System.CommandLine;
using System.Globalization;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>catalog import DIR</c> and <c>round add ID</c>.</summary>
public static class CatalogCommands
{
    private static readonly Option<bool> NoPublish = new("--no-publish") { Description = "之后不发布 | Do not publish afterwards" };

    public static Command Catalog()
    {
        var folder = new Argument<string>("DIR") { Description = "含目录 CSV 的文件夹 | Folder with the catalog CSVs" };
        var import = new Command("import", "从 CSV 导入指标体系、区、轮次 | Import frameworks, districts, rounds from CSV") { folder, NoPublish };
        import.Do((parsed, session) =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
                throw new UsageException($"找不到文件夹：{path}", $"No such folder: {path}");
            using var store = WorkingStore.Open(session.Folder, session.Time);
            return Report(session, store, CatalogImport.Import(store, path), !parsed.GetValue(NoPublish));
        });
        return new("catalog", "指标体系、区、轮次目录 | The catalog of frameworks, districts and rounds") { import };
    }

    public static Command Round()
    {
        var id = new Argument<string>("ID") { Description = "轮次代码，如 2027 | Code of the round, such as 2027" };
        var framework = new Option<string>("--framework") { Description = "所用指标体系 | The framework it is scored on", HelpName = "F", Required = true };
        var date = new Option<string?>("--date") { Description = "评估日期 YYYY-MM-DD；代码是年份时默认该年 11 月 1 日 | Date of the round; 1 November of it where the code is a year", HelpName = "D" };
        var add = new Command("add", "登记一个评估轮次 | Register a round") { id, framework, date, NoPublish };
        add.Do((parsed, session) =>
        {
            var code = parsed.GetValue(id)!.Trim();
            var round = new Round(code, parsed.GetValue(framework)!.Trim(), code + (IsYear(code) ? "年评估" : "轮评估"), code + " evaluation", Date(code, parsed.GetValue(date)));
            using var store = WorkingStore.Open(session.Folder, session.Time);
            if (!store.Catalog.Frameworks.Any(f => f.Code == round.Framework))
                throw new UsageException(
                    $"没有指标体系“{round.Framework}”；目录中有 {string.Join("、", store.Catalog.Frameworks.Select(f => f.Code))}",
                    $"There is no framework '{round.Framework}'; the catalog holds {string.Join(", ", store.Catalog.Frameworks.Select(f => f.Code))}");
            return Report(session, store, CatalogImport.AddRound(store, round), !parsed.GetValue(NoPublish));
        });
        return new("round", "评估轮次 | Rounds") { add };
    }

    private static DateOnly Date(string code, string? text)
    {
        if (text is null)
            return IsYear(code) ? new DateOnly(int.Parse(code, CultureInfo.InvariantCulture), 11, 1)
                : throw new UsageException("请用 --date 写明评估日期，如 2027-11-01", "Say the date of the round with --date (YYYY-MM-DD)");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UsageException($"日期应写作年-月-日，如 2027-11-01：{text}", $"The date should be YYYY-MM-DD: {text}");
    }

    private static bool IsYear(string code) => code.Length == 4 && code.All(char.IsAsciiDigit) && code[0] is '1' or '2';

    private static int Report(Session session, WorkingStore store, CatalogImportResult result, bool publish)
    {
        // Without a score there is nothing to serve yet; the first load publishes.
        var published = publish && result is { Accepted: true, Differs: true } && store.HoldsScores
            ? Publisher.Publish(store)
            : null;
        if (session.Json)
            session.Write(new { result.Accepted, result.Replaced, result.Faults, result.Added, result.Changed, result.Removed, Snapshot = published?.Snapshot?.Id });
        else if (!result.Accepted)
        {
            session.Tell($"目录没有导入：有 {result.Faults.Count} 处错误，什么也没有改动", $"The catalog was not imported: {result.Faults.Count} faults; nothing was changed", "red");
            foreach (var fault in result.Faults)
                session.Out.WriteLine($"  ✗ {fault.File}{(fault.Row is { } row ? ":" + row.ToString(CultureInfo.InvariantCulture) : "")}  {session.Say(fault.MessageZh, fault.MessageEn)}  [{fault.Rule}]");
        }
        else if (!result.Differs)
            session.Tell("目录没有变化", "The catalog is as it was", "green");
        else
        {
            session.Tell(
                $"目录已{(result.Replaced ? "整体替换" : "更新")}：新增 {Total(result.Added)}，修改 {Total(result.Changed)}，移除 {Total(result.Removed)}",
                $"Catalog {(result.Replaced ? "replaced" : "updated")}: {Total(result.Added)} added, {Total(result.Changed)} changed, {Total(result.Removed)} removed", "green");
        }
        if (!result.Accepted)
            return ExitCodes.NothingPublished;
        return published is null || session.Json ? (published is { Published: false } ? ExitCodes.NothingPublished : ExitCodes.Done) : PublishCommands.Report(session, published);
    }

    private static int Total(IReadOnlyDictionary<string, int> counts) => counts.Values.Sum();
}
