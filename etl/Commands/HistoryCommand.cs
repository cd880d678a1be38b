using System.CommandLine;
using System.Globalization;
using LearningCity.Etl.Normalising;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>history</c>: every value that a district's scores have had, with file, place and time.</summary>
public static class HistoryCommand
{
    private static readonly Option<string> Round = new("--round") { Description = "评估轮次 | The round", HelpName = "R", Required = true };

    private static readonly Option<string> District = new("--district") { Description = "区，名称或代码 | The district, by name or code", HelpName = "D", Required = true };

    private static readonly Option<string?> Indicator = new("--indicator") { Description = "二级指标代码，如 F1 | The indicator's code, such as F1", HelpName = "I" };

    public static Command Create()
    {
        var command = new Command("history", "得分的来源与历次更正 | Where scores came from and what they were before") { Round, District, Indicator };
        command.Do(Run, _ => false);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        using var snapshots = new SnapshotStore(session.Folder, session.Time, withSample: false);
        using var snapshot = snapshots.Lease(Viewer.All) ?? throw new UsageException("还没有发布过数据快照", "Nothing has been published yet");
        var catalog = snapshot.Catalog;
        var round = new RoundNames(catalog).Exact(parsed.GetValue(Round)!)
            ?? throw new UsageException($"没有评估轮次 {parsed.GetValue(Round)}", $"There is no round {parsed.GetValue(Round)}");
        var district = new DistrictNames(catalog).Exact(parsed.GetValue(District)!)
            ?? throw new UsageException($"没有区 {parsed.GetValue(District)}", $"There is no district {parsed.GetValue(District)}");
        var indicators = catalog.IndicatorsOf(round.Framework).Where(i => parsed.GetValue(Indicator) is not { } only || i.Code.Equals(only, StringComparison.OrdinalIgnoreCase) || i.NumberZh == only).ToList();
        if (indicators.Count == 0)
            throw new UsageException($"没有二级指标 {parsed.GetValue(Indicator)}", $"There is no indicator {parsed.GetValue(Indicator)}");
        var rows = indicators.SelectMany(i => Lineage.Ask(snapshot, round.Code, district.Code, i.Code).Rows).ToList();
        if (session.Json)
        {
            session.Write(rows);
            return ExitCodes.Done;
        }
        Print(session, rows);
        return ExitCodes.Done;
    }

    private static void Print(Session session, List<LineageRow> rows)
    {
        if (rows.Count == 0)
        {
            session.Tell("没有得分", "There are no scores", "yellow");
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            session.Say("指标", "indicator"), session.Say("评分方", "rater"), session.Say("得分", "points"), session.Say("状态", "state"),
            session.Say("文件", "file"), session.Say("位置", "place"), session.Say("批次", "load"), session.Say("装载（UTC）", "loaded (UTC)"), session.Say("说明", "note"));
        foreach (var row in rows)
            table.AddRow(
                new Text(row.Indicator), new Text(session.Rater(row.Rater, row.Expert)), new Text(row.Points.ToString(CultureInfo.InvariantCulture)),
                new Text(State(session, row), Style.Parse(row.InForce ? "green" : "grey")), new Text(row.FileName ?? ""),
                new Text(string.Join('!', new[] { row.Sheet, row.Cell }.Where(p => p is not null))), new Text($"{row.Load}"), new Text(Time(row.LoadedAt)), new Text(row.Note is null ? "" : session.Say(ScoreNotes.InChinese(row.Note)!, row.Note)));
        session.Out.Write(table);
    }

    private static string State(Session session, LineageRow row) => row.InForce
        ? session.Say("现行", "in force")
        : session.Say(
            $"{(row.EndReason == "retracted" ? "撤回" : "更正")}（批次 {row.EndedBy}，{Time(row.EndedAt)}）",
            $"{row.EndReason} by load {row.EndedBy}, {Time(row.EndedAt)}");

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
