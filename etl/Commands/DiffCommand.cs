using System.CommandLine;
using System.Globalization;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary><c>diff A B</c>: what changed from one snapshot to another, and by which loads.</summary>
public static class DiffCommand
{
    private const int MostRows = 100;

    private static readonly Argument<string> Before = new("A") { Description = "较早的数据快照（见 status）| The earlier snapshot (see status)" };

    private static readonly Argument<string> After = new("B") { Description = "较晚的数据快照 | The later snapshot" };

    public static Command Create()
    {
        var command = new Command("diff", "比较两个数据快照 | Compare two snapshots") { Before, After };
        command.Do(Run, _ => false);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        using var snapshots = new SnapshotStore(session.Folder, session.Time, withSample: false);
        using var before = Lease(snapshots, parsed.GetValue(Before)!);
        using var after = Lease(snapshots, parsed.GetValue(After)!);
        var difference = SnapshotDiff.Between(before, after);
        if (session.Json)
            session.Write(difference);
        else if (difference.Same)
            session.Tell("两个快照的得分、名次和目录都相同", "Scores, ranks and catalog of the two are the same", "green");
        else
            Print(session, difference);
        return ExitCodes.Done;
    }

    private static SnapshotReader Lease(SnapshotStore snapshots, string id) => snapshots.Lease(Viewer.All, id)
        ?? throw new UsageException($"没有数据快照 {id}，可用的见 etl status", $"There is no snapshot {id}; etl status lists them");

    private static void Print(Session session, SnapshotDifference difference)
    {
        Table(
            session, difference.Scores, session.Say("得分", "scores"),
            [session.Say("轮次", "round"), session.Say("区", "district"), session.Say("指标", "indicator"), session.Say("评分方", "rater"), session.Say("原", "before"), session.Say("现", "after"), session.Say("批次", "load")],
            s => [s.Round, s.District, s.Indicator, session.Rater(s.Rater, s.Expert), Number(s.Before), Number(s.After), $"{s.Load}"]);
        Table(
            session, difference.Ranks, session.Say("总分与名次", "totals and ranks"),
            [session.Say("轮次", "round"), session.Say("范围", "scope"), session.Say("评分方", "rater"), session.Say("区", "district"), session.Say("原分", "points before"), session.Say("现分", "after"), session.Say("原名次", "rank before"), session.Say("现名次", "after")],
            r => [r.Round, r.Dimension == "total" ? session.Say("总分", "total") : r.Dimension, session.Rater(r.Rater, ""), r.District, Number(r.PointsBefore), Number(r.PointsAfter), $"{r.RankBefore}", $"{r.RankAfter}"]);
        Table(
            session, difference.Catalog, session.Say("目录", "catalog"), [session.Say("表", "table"), session.Say("条目", "entry"), session.Say("变化", "change")],
            c => [c.Table, c.Key, Change(session, c.Change)]);
    }

    private static string Change(Session session, string change) => change switch
    {
        "added" => session.Say("新增", "added"),
        "removed" => session.Say("删除", "removed"),
        _ => session.Say("更改", "changed"),
    };

    private static void Table<T>(Session session, IReadOnlyList<T> rows, string title, string[] heads, Func<T, string[]> cells)
    {
        if (rows.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape($"{title} ({rows.Count})"));
        table.AddColumns(heads);
        foreach (var row in rows.Take(MostRows))
            table.AddRow([.. cells(row).Select(cell => new Text(cell))]);
        session.Out.Write(table);
        if (rows.Count > MostRows)
            session.Tell($"……另有 {rows.Count - MostRows} 行（--json 给出全部）", $"… and {rows.Count - MostRows} more (--json lists all)", "grey");
    }

    private static string Number(decimal? points) => points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
