using System.Globalization;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The faults that are not the query's own.</summary>
internal static class RunnerFaults
{
    public static readonly SqlFault Empty = new(SqlFaultKind.Refused, "没有查询语句。", "There is no statement.");

    public static readonly SqlFault Busy = new(
        SqlFaultKind.Busy, "正在运行和等待的查询过多，请稍后再试。", "Too many queries are running and waiting. Please try again shortly.");

    public static readonly SqlFault Preparing = new(
        SqlFaultKind.Busy, "正在为此快照准备研究用数据文件，请稍后再试。", "The researchers' file of this snapshot is being written. Please try again shortly.");

    public static readonly SqlFault NoFile = new(
        SqlFaultKind.Busy,
        "无法写出此快照的研究用数据文件（数据目录不可写或磁盘已满），详见日志。",
        "The researchers' file of this snapshot could not be written (the data folder is read-only, or the disk is full); the log says more.");

    public static readonly SqlFault Crashed = new(
        SqlFaultKind.Crashed, "查询进程意外结束，没有结果。其他查询不受影响。", "The query's process ended without an answer. Nothing else is affected.");

    public static SqlFault Timeout(SqlLimits limits) => new(
        SqlFaultKind.Timeout,
        string.Create(CultureInfo.InvariantCulture, $"查询超过 {limits.Seconds} 秒，已终止。请缩小范围或先汇总。"),
        string.Create(CultureInfo.InvariantCulture, $"The query ran longer than {limits.Seconds} seconds and was stopped. Ask for less, or aggregate first."));

    public static SqlFault ProcessMemory(SqlLimits limits) => new(
        SqlFaultKind.Memory,
        $"查询所需内存超过上限（{limits.ProcessMemory} MiB），已终止。请缩小范围或先汇总。",
        $"The query took more memory than it may ({limits.ProcessMemory} MiB) and was stopped. Ask for less, or aggregate first.");

    public static SqlFault TooLong(int length, SqlLimits limits) => new(
        SqlFaultKind.Refused,
        $"查询有 {length} 个字符，最多 {limits.Length} 个。",
        $"The query has {length} characters; {limits.Length} is the most.");
}
