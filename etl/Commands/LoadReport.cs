using LearningCity.Etl.Loading;
using LearningCity.Etl.Recognition;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary>Says what a load did: first what came in, then what came back and why, grouped so that each unit is mended once.</summary>
internal static class LoadReport
{
    private const int MostUnits = 24;
    private const int MostRejected = 200;
    private const int MostFaultsOfUnit = 40;

    public static object Machine(LoadResult result) => new
    {
        result.Load,
        result.DryRun,
        result.ExitCode,
        Snapshot = result.Snapshot?.Id,
        result.Counts,
        result.Files,
        result.Units,
        result.Faults,
        result.UnknownDistricts,
        result.Skipped,
        FailedChecks = result.FailedChecks.Select(c => new { c.Name, c.RowsFailed, c.MessageZh, c.MessageEn, c.Examples }),
        Seconds = Math.Round(result.Took.TotalSeconds, 3),
    };

    public static void Print(Session session, LoadResult result)
    {
        Units(session, result);
        Faults(session, result);
        if (result.UnknownDistricts.Count > 0)
            session.Tell(
                $"待核的单位（不是目录中的区）：{string.Join("、", result.UnknownDistricts)}",
                $"For review (no district of the catalog): {string.Join(", ", result.UnknownDistricts)}", "yellow");
        if (result.Skipped.Count > 0)
            session.Tell(
                $"跳过 {result.Skipped.Count} 个临时或隐藏文件", $"Passed over {Many(result.Skipped.Count, "temporary or hidden file")}", "grey");
        Sum(session, result);
    }

    private static void Units(Session session, LoadResult result)
    {
        if (result.Units.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in new[] { session.Say("轮次", "round"), session.Say("类型", "kind"), session.Say("区", "district"), session.Say("来源", "source"), session.Say("结果", "outcome") })
            table.AddColumn(Markup.Escape(head));
        foreach (var head in new[] { session.Say("新增", "added"), session.Say("更正", "corrected"), session.Say("不变", "same"), session.Say("空缺", "blank") })
            table.AddColumn(new TableColumn(Markup.Escape(head)).RightAligned());
        var sound = result.Units.Where(u => u.Outcome is "accepted" or "unchanged").ToList();
        if (sound.Count <= MostUnits)
        {
            foreach (var unit in sound)
                Row(session, table, unit, Source(result, unit));
        }
        else
        {
            // Many that went in stand together: one line for a round and a kind.
            foreach (var group in sound.GroupBy(u => (u.Round, u.Kind, u.Outcome)).OrderBy(g => g.Key.Round, StringComparer.Ordinal).ThenBy(g => g.Key.Kind))
            {
                var (districts, files) = (group.Select(u => u.District).Distinct().Count(), group.Select(u => u.File).Distinct().Count());
                Line(
                    session, table, group.Key.Round, group.Key.Kind, session.Say($"{districts} 个区", Many(districts, "district")), session.Say($"{files} 个文件", Many(files, "file")),
                    group.Key.Outcome, group.Sum(u => u.Added), group.Sum(u => u.Superseded), group.Sum(u => u.Unchanged), group.Sum(u => u.Missing));
            }
        }
        foreach (var unit in result.Units.Where(u => u.Outcome is "rejected" or "partial").Take(MostRejected))
            Row(session, table, unit, Source(result, unit));
        session.Out.Write(table);
    }

    private static void Row(Session session, Table table, UnitOutcome unit, string source) => Line(
        session, table, unit.Round ?? Unknown(session, unit.RoundText), unit.Kind, District(session, unit), source, unit.Outcome,
        unit.Added, unit.Superseded, unit.Unchanged, unit.Missing);

    private static void Line(
        Session session, Table table, string? round, UnitKind kind, string district, string source, string outcome,
        long added, long superseded, long unchanged, long missing) => table.AddRow(
            new Text(round ?? ""), new Text(Kind(session, kind)), new Text(district), new Text(source),
            new Text(outcome == "unchanged" && unchanged == 0 ? session.Say("未填分数", "no scores") : Outcome(session, outcome), Style.Parse(Colour(outcome))), Number(added), Number(superseded), Number(unchanged), Number(missing));

    private static void Faults(Session session, LoadResult result)
    {
        foreach (var group in result.Faults.GroupBy(f => (f.File, f.Unit)))
        {
            var first = group.First();
            var unit = result.Units.FirstOrDefault(u => u.Unit == group.Key.Unit);
            var rejects = group.Any(f => f.Rejects);
            var title = unit is null ? first.FileName : $"{Source(result, unit)}  {unit.Round ?? Unknown(session, unit.RoundText)} {District(session, unit)}";
            session.Out.WriteLine(title, Style.Parse(rejects ? "bold red" : "bold yellow"));
            // A grid, so that what does not fit on the line goes on below its beginning and not below the marks.
            var lines = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
            foreach (var fault in group.Take(MostFaultsOfUnit))
            {
                var mark = fault.Severity switch { "reject" => "✗", "warn" => "!", _ => "·" };
                var place = fault.Place.Length == 0 ? "" : fault.Place + "  ";
                lines.AddRow(new Text(mark), new Text($"{place}{session.Say(fault.MessageZh, fault.MessageEn, "\n")}  [{fault.Rule}]"));
            }
            session.Out.Write(lines);
            if (group.Count() > MostFaultsOfUnit)
                session.Tell($"  ……另有 {group.Count() - MostFaultsOfUnit} 处", $"  … and {group.Count() - MostFaultsOfUnit} more", "grey");
        }
    }

    private static void Sum(Session session, LoadResult result)
    {
        var c = result.Counts;
        session.Tell(
            $"{(result.DryRun ? "（试运行，未写入）" : "")}文件 {c.Files} 个；接收 {c.UnitsAccepted} 个单元，退回 {c.UnitsRejected} 个（退回记录 {c.RowsRejected} 条）；得分新增 {c.Added}、更正 {c.Superseded}、不变 {c.Unchanged}；用时 {result.Took.TotalSeconds:0.0} 秒",
            $"{(result.DryRun ? "(dry run, nothing written) " : "")}{Many(c.Files, "file")}; {Many(c.UnitsAccepted, "unit")} accepted, {c.UnitsRejected} rejected ({Many((int)c.RowsRejected, "fault")}); scores: {c.Added} added, {c.Superseded} corrected, {c.Unchanged} unchanged; {result.Took.TotalSeconds:0.0} s",
            "bold");
        foreach (var check in result.FailedChecks)
        {
            session.Tell($"发布前校验未通过：{check.Name}（{check.RowsFailed} 行）{check.MessageZh}", $"Check failed: {check.Name} ({check.RowsFailed} rows) {check.MessageEn}", "red");
            foreach (var example in check.Examples.Take(5))
                session.Out.WriteLine("    " + example);
        }
        if (result.DryRun)
            return;
        if (result.Snapshot is { } snapshot)
            session.Tell($"已发布数据快照 {snapshot.Id}", $"Published snapshot {snapshot.Id}", "green");
        else if (result.FailedChecks.Count > 0)
            session.Tell("没有发布；原有快照继续使用", "Nothing was published; the current snapshot stays", "red");
        else if (c.UnitsAccepted > 0 && c.Added + c.Superseded + c.Unchanged == 0)
            session.Tell("表中没有填写分数，未作改动", "No scores were filled in; nothing was changed", "yellow");
        else if (!result.Changed && c.UnitsAccepted > 0)
            session.Tell("没有新内容：这些得分都已在库中，未作改动", "Nothing new: these scores are all in the store already; nothing was changed", "green");
        else if (c.Files == 0)
            session.Tell("没有找到可装载的文件", "There were no files to load", "yellow");
        else if (c.UnitsAccepted == 0)
            session.Tell("没有可接收的内容，什么也没有发布", "Nothing could be accepted; nothing was published", "red");
    }

    private static string Many(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Source(LoadResult result, UnitOutcome unit) =>
        result.Files[unit.File - 1].Name + (unit.Sheet is null ? "" : $" [{unit.Sheet}]");

    private static string District(Session session, UnitOutcome unit) =>
        unit is { DistrictName: { } zh, DistrictNameEn: { } en } ? session.Say(zh, en) : Unknown(session, unit.DistrictText);

    private static string Unknown(Session session, string text) => text.Length == 0 ? "?" : session.Language == Language.En ? $"'{text}'?" : $"“{text}”？";

    private static string Kind(Session session, UnitKind kind) => kind switch
    {
        UnitKind.Form => session.Say("评分表", "form"),
        UnitKind.Panel => session.Say("专家清单", "panel"),
        _ => session.Say("得分清单", "tidy"),
    };

    private static string Outcome(Session session, string outcome) => outcome switch
    {
        "accepted" => session.Say("接收", "accepted"),
        "unchanged" => session.Say("已在库中", "unchanged"),
        "partial" => session.Say("部分接收", "partial"),
        _ => session.Say("退回", "rejected"),
    };

    private static string Colour(string outcome) => outcome switch { "accepted" => "green", "unchanged" => "grey", "partial" => "yellow", _ => "red" };

    private static Text Number(long number) => new(number == 0 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
