using System.Text.RegularExpressions;
using LearningCity.Etl.Normalising;

namespace LearningCity.Etl.Recognition;

/// <summary>What a column of a table is for.</summary>
public enum HeadRole
{
    None,
    Round,
    District,
    Dimension,
    Indicator,
    Code,
    Number,
    Max,
    Self,
    Expert,
    ExpertName,
    Rater,
    Points,
    Hearing,
    Documents,
    Interviews,
    SiteVisit,
    Methods,

    /// <summary>Follows from other columns, such as a mean; never read.</summary>
    Derived,
}

/// <summary>The words that head columns, in Chinese and English.</summary>
public static partial class Heads
{
    private static readonly Dictionary<string, HeadRole> Words = Table(
        (HeadRole.Round, "评估轮次 轮次 评估年度 年度 评估年份 年份 round evaluationround year"),
        (HeadRole.District, "区 被评区 被评估区 区名 区名称 区县 所属区 参评区 行政区 区代码 district districtcode districtname"),
        (HeadRole.Dimension, "一级指标 dimension level1indicator firstlevelindicator"),
        (HeadRole.Indicator, "二级指标 指标 评估指标 评价指标 考核指标 指标内容 指标名称 二级指标内容 indicator indicators level2indicator secondlevelindicator"),
        (HeadRole.Code, "指标代码 二级指标代码 code indicatorcode"),
        (HeadRole.Number, "序号 编号 指标编号 指标序号 no number"),
        (HeadRole.Max, "分值 满分 满分值 标准分 最高分 max maxpoints maximum maxscore maximumpoints"),
        (HeadRole.Self, "自评分 自评 自评得分 自评分数 自评分值 区自评 区自评分 自我评分 self selfscore selfpoints selfrating selfassessment"),
        (HeadRole.Expert, "专家评分 专家组评分 专家得分 专家打分 专家评分值 专评 专评分 专家综合分 专家组综合分 专家综合评分 综合分 综合评分 expertscore expertpoints expertrating panelscore panelpoints"),
        (HeadRole.ExpertName, "专家 专家代号 专家编号 专家姓名 评审专家 评估专家 expert expertid expertname experts"),
        (HeadRole.Rater, "评分方 评分主体 rater"),
        (HeadRole.Points, "得分 分数 评分 打分 个人评分 专家个人评分 points score scores"),
        (HeadRole.Hearing, "听取汇报 hearing"),
        (HeadRole.Documents, "查阅资料 documents"),
        (HeadRole.Interviews, "座谈访谈 interviews"),
        (HeadRole.SiteVisit, "考察调研 sitevisit sitevisits"),
        (HeadRole.Methods, "主要信息采集方式 信息采集方式 collectionmethod collectionmethods methods"),
        (HeadRole.Derived, "平均 平均分 均分 均值 平均得分 mean average averagescore"));

    private static readonly HashSet<string> TotalWords = ["合计", "总计", "总分", "总得分", "合计得分", "合计分", "得分合计", "total", "sum", "totalscore", "totalpoints"];

    private static readonly HashSet<string> SubtotalWords = ["小计", "分项合计", "subtotal"];

    // Longer than any head: an indicator's text, a remark.
    private const int LongestHead = 40;

    public static HeadRole Role(string text) => text.Length is 0 or > LongestHead ? HeadRole.None : Words.GetValueOrDefault(Texts.Key(Brackets().Replace(Texts.Line(text), "")));

    public static bool IsTotal(string text) => TotalWords.Contains(Texts.Key(Brackets().Replace(Texts.Line(text), "")));

    public static bool IsSubtotal(string text) => SubtotalWords.Contains(Texts.Key(Brackets().Replace(Texts.Line(text), "")));

    /// <summary>E01, 专家3, 专家甲, 专家：张三 as the expert they name; null for anything else.</summary>
    public static string? ExpertNamed(string text)
    {
        var line = Texts.Line(text).Replace(" ", "", StringComparison.Ordinal);
        if (ExpertLabel().Match(line) is { Success: true } labelled)
            return labelled.Groups[1].Value;
        return ExpertCode().IsMatch(line) ? line : null;
    }

    private static Dictionary<string, HeadRole> Table(params (HeadRole Role, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Role))).ToDictionary(pair => pair.word, pair => pair.Role);

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:评审|评估)?(?:专家|expert)(?:姓名|代号|编号)?:(.{1,30})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ExpertLabel();

    [GeneratedRegex(@"^(?:E[-_]?[0-9]{1,3}|(?:评审|评估)?(?:专家|评委)[-_]?(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸])|expert[-_]?(?:[0-9]{1,3}|[A-Za-z]))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ExpertCode();
}
