using System.Globalization;

namespace LearningCity.Warehouse.Statistics;

/// <summary>The reason for which a statistic is not given, in words that a page may show as they stand.</summary>
public sealed record Withheld(WithheldReason Reason, string Zh, string En)
{
    /// <summary>Names, and groups of names, that a sentence spells out.</summary>
    private const int Named = 20;

    public static Withheld NoData() =>
        new(WithheldReason.NoData, "没有可用的数据。", "There are no data to compute this from.");

    /// <param name="n">How many there are.</param>
    /// <param name="least">How many are needed.</param>
    public static Withheld TooFew(int n, int least) => n == 0 ? NoData() : new(
        WithheldReason.TooFew,
        Text($"只有{n}个数据，至少需要{least}个。"),
        Text($"There {(n == 1 ? "is" : "are")} only {n}; at least {least} are needed."));

    /// <param name="n">Effects that would have to be estimated together.</param>
    /// <param name="most">How many are.</param>
    public static Withheld TooMany(int n, int most) => new(
        WithheldReason.TooMany,
        Text($"要同时估计{n}位专家（或{n}项指标）的效应，超过上限{most}，因此不计算。"),
        Text($"The effects of {n:N0} experts (or indicators) would have to be estimated together; the limit is {most:N0}."));

    public static Withheld NoVariance() => new(
        WithheldReason.NoVariance,
        "所有数值相同，没有差异可供计算。",
        "All values are equal, so there is no variation to compute this from.");

    public static Withheld NoDifferences(int n) => new(
        WithheldReason.NoDifferences,
        Text($"{n}对数值两两相同，没有差异可供检验。"),
        Text($"The values of all {n} pairs are equal, so there is no difference to test."));

    public static Withheld NothingToShare() => new(
        WithheldReason.NothingToShare,
        "合计为零，无从计算分布。",
        "The total is zero, so there is nothing whose distribution could be described.");

    /// <param name="scored">Indicators with a score.</param>
    /// <param name="asked">Indicators of the framework.</param>
    public static Withheld Incomplete(int scored, int asked) => new(
        WithheldReason.Incomplete,
        Text($"得分不完整：{asked}项指标中有{scored}项有专家评分，不参加排名。"),
        Text($"Incomplete: {scored} of {asked} indicators have an expert score, so the district is not ranked."));

    public static Withheld NotCrossed(int missing) => new(
        WithheldReason.NotCrossed,
        Text($"并非每位专家都给每个区评分（缺{missing}格），不能计算组内相关系数；请看克里彭多夫α。"),
        Text($"Not every expert scored every district ({missing} cells are empty), so an intraclass correlation has no meaning; see Krippendorff's alpha."));

    /// <param name="components">The groups, each a list of names.</param>
    public static Withheld Unconnected(IReadOnlyList<IReadOnlyList<string>> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        return new(
            WithheldReason.Unconnected,
            Text($"评分分成{components.Count}个互不相连的组，组间无法比较：{string.Join("；", components.Take(Named).Select(c => Names(c, "、", "等{0}个")))}{(components.Count > Named ? "；……" : "")}。"),
            Text($"The scores fall into {components.Count} groups that share nobody and cannot be compared: {string.Join("; ", components.Take(Named).Select(c => Names(c, ", ", ", … {0} in all")))}{(components.Count > Named ? "; …" : "")}."));
    }

    /// <param name="rounds">Comparable rounds.</param>
    /// <param name="leastP">The least two-sided p that this number of rounds could reach.</param>
    public static Withheld NotTested(int rounds, double leastP) => new(
        WithheldReason.NotTested,
        Text($"未检验：只有{rounds}轮可比评估，p值最小只能达到{leastP:0.0000}。"),
        Text($"Not tested: with {rounds} comparable rounds p could not fall below {leastP:0.0000}."));

    public static Withheld NoTest() => new(
        WithheldReason.NoTest, "没有进行检验，因此没有校正值。", "No test was made, so there is no corrected value.");

    public static Withheld AlreadyFirst() => new(
        WithheldReason.AlreadyFirst, "已经排名第一。", "The district is first already.");

    /// <param name="zh">What is wrong, without a full stop.</param>
    /// <param name="en">The same in English, without a full stop.</param>
    public static Withheld InvalidChoice(string zh, string en) => new(WithheldReason.InvalidChoice, $"{zh}。", $"{en}.");

    public static Withheld FrameworkBreak() => new(
        WithheldReason.FrameworkBreak,
        "指标体系在这两轮之间改变，该指标不可比。",
        "The framework changed between these rounds in a way that makes this indicator incomparable.");

    public static Withheld NoResidual() => new(
        WithheldReason.NoResidual,
        "数值完全吻合，没有残差，无法估计误差。",
        "The values fit without any residual, so no error can be estimated.");

    public static Withheld OutOfNumericRange() => new(
        WithheldReason.OutOfNumericRange, "数值超出可计算的范围。", "The numbers are outside the range that can be computed.");

    /// <summary>The names of a group; of a large one the first, and how many there are.</summary>
    private static string Names(IReadOnlyList<string> group, string between, string more) =>
        string.Join(between, group.Take(Named)) + (group.Count > Named ? string.Format(CultureInfo.InvariantCulture, more, group.Count) : "");

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
