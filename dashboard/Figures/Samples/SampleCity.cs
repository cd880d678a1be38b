namespace LearningCity.Dashboard.Figures.Samples;

/// <summary>Made-up scores for the gallery and the tests: real names, numbers from a fixed seed. They have what real
/// scores have: ties, districts that miss a round, one that is incomplete, self above expert.</summary>
public sealed class SampleCity
{
    private const int Seed = 2026;

    private readonly Dictionary<(int Round, int District, int Indicator), (decimal Self, decimal Expert)> _points = [];

    public SampleCity()
    {
#pragma warning disable CA5394 // A fixed seed is the point: the same figure every time.
        var random = new Random(Seed);
        var strength = Districts.Select(_ => random.NextDouble() * 0.2).ToArray();
        var ease = Indicators.Select(_ => random.NextDouble() * 0.18).ToArray();
        for (var round = 0; round < Rounds.Count; round++)
        {
            for (var district = 0; district < Districts.Count; district++)
            {
                for (var indicator = 0; indicator < Indicators.Count; indicator++)
                {
                    var rate = 0.66 + strength[district] + ease[indicator] + 0.012 * round + (random.NextDouble() - 0.5) * 0.14;
                    var most = Indicators[indicator].MaxPoints;
                    var expert = Math.Min(most, Math.Round(most * (decimal)rate * 10, MidpointRounding.AwayFromZero) / 10);
                    var claim = most * (decimal)(0.1 * random.NextDouble() + 0.25 * (0.2 - strength[district]));
                    _points[(round, district, indicator)] = (Math.Min(most, Math.Round((expert + claim) * 2, MidpointRounding.AwayFromZero) / 2), expert);
                }
            }
        }
#pragma warning restore CA5394
    }

    public static IReadOnlyList<Named> Rounds { get; } =
        [.. new[] { "2023", "2024", "2025", "2026" }.Select(y => new Named(y, $"{y}年评估", $"{y} evaluation"))];

    public static IReadOnlyList<(Named Named, string Zone)> Districts { get; } =
    [
        Place("110101", "东城", "Dongcheng", "CORE"), Place("110102", "西城", "Xicheng", "CORE"),
        Place("110105", "朝阳", "Chaoyang", "CENTRAL"), Place("110106", "丰台", "Fengtai", "CENTRAL"),
        Place("110107", "石景山", "Shijingshan", "CENTRAL"), Place("110108", "海淀", "Haidian", "CENTRAL"),
        Place("110109", "门头沟", "Mentougou", "ECO"), Place("110111", "房山", "Fangshan", "NEWTOWN"),
        Place("110112", "通州", "Tongzhou", "SUBCENTER"), Place("110113", "顺义", "Shunyi", "NEWTOWN"),
        Place("110114", "昌平", "Changping", "NEWTOWN"), Place("110115", "大兴", "Daxing", "NEWTOWN"),
        Place("110116", "怀柔", "Huairou", "ECO"), Place("110117", "平谷", "Pinggu", "ECO"),
        Place("110118", "密云", "Miyun", "ECO"), Place("110119", "延庆", "Yanqing", "ECO"),
    ];

    public static IReadOnlyList<Named> Zones { get; } =
    [
        new("CORE", "首都功能核心区", "Capital Functional Core"), new("CENTRAL", "中心城区（核心区以外）", "Central City (outside the Core)"),
        new("SUBCENTER", "城市副中心", "City Sub-center"), new("NEWTOWN", "平原新城", "Plain-area New Towns"), new("ECO", "生态涵养区", "Ecological Conservation Area"),
    ];

    public static IReadOnlyList<Named> Dimensions { get; } = [new("F", "建设基础", "Foundations"), new("D", "建设发展", "Development"), new("O", "建设成效", "Outcomes")];

    public static IReadOnlyList<(Named Named, string Dimension, decimal MaxPoints)> Indicators { get; } =
    [
        Point("F", "一", 1, 6, "规划纳入与专项规划", "Planning"), Point("F", "一", 2, 6, "领导体系与制度体系", "Leadership and institutions"),
        Point("F", "一", 3, 5, "监测评价与督导考核", "Monitoring and inspection"), Point("F", "一", 4, 6, "专兼职工作者队伍", "Full- and part-time staff"),
        Point("F", "一", 5, 6, "多元经费投入机制", "Diversified funding"), Point("F", "一", 6, 6, "社区学院与三级网络", "Community college and three-tier network"),
        Point("F", "一", 7, 5, "学校参与社区学习", "Schools in community learning"), Point("D", "二", 1, 4, "社区教育服务治理", "Community education for governance"),
        Point("D", "二", 2, 3, "职普融通与技能提升", "Vocational pathways and skills"), Point("D", "二", 3, 4, "乡村人才培养", "Rural talent"),
        Point("D", "二", 4, 4, "社会教育与全民阅读", "Social education and reading"), Point("D", "二", 5, 3, "学分银行与成果互认", "Credit bank and recognition"),
        Point("D", "二", 6, 4, "数字赋能与学习平台", "Digital platforms"), Point("D", "二", 7, 4, "老年终身学习", "Learning in later life"),
        Point("D", "二", 8, 4, "家校社协同育人", "Family, school and community"), Point("D", "二", 9, 3, "生态文明教育", "Ecological education"),
        Point("D", "二", 10, 3, "学习型组织建设", "Learning organizations"), Point("D", "二", 11, 4, "学习型街乡与社区", "Learning streets and communities"),
        Point("O", "三", 1, 5, "建设成果与表彰报道", "Results and recognition"), Point("O", "三", 2, 5, "体制机制创新经验", "Institutional innovation"),
        Point("O", "三", 3, 6, "示范项目与学习品牌", "Model projects and brands"), Point("O", "三", 4, 4, "可持续发展与满意度", "Sustainability and satisfaction"),
    ];

    public static int LastRound => Rounds.Count - 1;

    /// <summary>Two districts came in later, one missed a round and one is incomplete in the last.</summary>
    public static bool TookPart(int round, int district) => (round, district) is not ((0, 6) or (0, 15) or (2, 15));

    public decimal? Expert(int round, int district, int indicator) =>
        !TookPart(round, district) || (round == LastRound && district == 12 && indicator == 4) ? null : _points[(round, district, indicator)].Expert;

    public decimal? Self(int round, int district, int indicator) => TookPart(round, district) ? _points[(round, district, indicator)].Self : null;

    public decimal? Total(int round, int district, bool self = false)
    {
        var all = Enumerable.Range(0, Indicators.Count).Select(i => self ? Self(round, district, i) : Expert(round, district, i)).ToList();
        return all.Contains(null) ? null : Tied(round, district, all.Sum()!.Value, self);
    }

    public int? Rank(int round, int district) =>
        Total(round, district) is { } own ? 1 + Enumerable.Range(0, Districts.Count).Count(d => Total(round, d) > own) : null;

    public IReadOnlyList<decimal> Rates(int round, int indicator) =>
        [.. Enumerable.Range(0, Districts.Count).Select(d => Expert(round, d, indicator)).OfType<decimal>().Select(p => p / Indicators[indicator].MaxPoints)];

    /// <summary>Three districts tie in the last round.</summary>
    private decimal Tied(int round, int district, decimal sum, bool self) => !self && round == LastRound && district is 3 or 5 && round == LastRound && !self
        ? Enumerable.Range(0, Indicators.Count).Sum(i => _points[(round, 8, i)].Expert)
        : sum;

    private static (Named, string) Place(string code, string shortZh, string en, string zone) => (new(code, shortZh + "区", en, shortZh), zone);

    private static (Named, string, decimal) Point(string dimension, string chapter, int position, decimal most, string zh, string en) =>
        (new($"{dimension}{position}", zh, en, $"{chapter}.{position}"), dimension, most);
}
