using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Templates;

/// <summary>The official form of one round, filled in or not, before it becomes a workbook or a document.</summary>
/// <param name="Districts">The names an office may choose from; empty when the district is fixed.</param>
/// <param name="District">Name of the district; null when the office chooses it.</param>
/// <param name="Date">Day on which the form was filled in; null leaves it to the office.</param>
/// <param name="Mark">Said at the head of the form, such as that its scores are synthetic; null for none.</param>
public sealed record OfficialForm(
    string Title,
    string? Edition,
    string RoundName,
    IReadOnlyList<string> Districts,
    string? District,
    DateOnly? Date,
    string? Mark,
    IReadOnlyList<FormDimension> Dimensions,
    string Note,
    FormCodes Codes)
{
    public const string Heading = "附件";
    public const string DistrictLabel = "被评区：";
    public const string RoundLabel = "评估轮次：";
    public const string DateLabel = "填表日期：";
    public const string Dimension = "一级指标";
    public const string Indicator = "二级指标";
    public const string MaxPoints = "分值";
    public const string Methods = "主要信息采集方式";
    public const string Self = "自评分";
    public const string Expert = "专家评分";
    public const string Total = "合计";
    public const string Tick = "√";

    /// <summary>The four methods of collection, each broken over two lines as on the official form.</summary>
    public static readonly IReadOnlyList<string> MethodNames = ["听取\n汇报", "查阅\n资料", "座谈\n访谈", "考察\n调研"];

    public IEnumerable<FormIndicator> Indicators => Dimensions.SelectMany(d => d.Indicators);

    /// <summary>The form of a round, empty.</summary>
    /// <param name="district">The district the form is for; null lets the office choose among the catalog's.</param>
    public static OfficialForm Of(CityCatalog catalog, Round round, District? district)
    {
        var framework = catalog.Frameworks.First(f => f.Code == round.Framework);
        var dimensions = catalog.IndicatorsOf(framework.Code)
            .GroupBy(i => i.Dimension)
            .Select(g => FormDimension.Of(catalog.Dimensions.First(d => d.Framework == framework.Code && d.Code == g.Key), [.. g]))
            .ToList();
        var (title, edition) = Split(framework.NameZh);
        return new OfficialForm(
            title, edition, round.NameZh,
            district is null ? [.. catalog.Districts.Select(d => d.NameZh)] : [], district?.NameZh,
            null, null, dimensions,
            $"注：本指标体系一级指标{dimensions.Count}项；二级指标{dimensions.Sum(d => d.Indicators.Count)}项。",
            new FormCodes(FormCodes.CurrentVersion, round.Code, framework.Code, district?.Code));
    }

    /// <summary>The same form with scores; an indicator that is not in a dictionary stays blank.</summary>
    public OfficialForm With(IReadOnlyDictionary<string, decimal> self, IReadOnlyDictionary<string, decimal> expert) =>
        this with { Dimensions = [.. Dimensions.Select(d => d with { Indicators = [.. d.Indicators.Select(i => i.With(self, expert))] })] };

    // The official form prints the edition in brackets on a line of its own.
    private static (string Title, string? Edition) Split(string name)
    {
        var open = name.LastIndexOf('（');
        return open > 0 && name.EndsWith('）') ? (name[..open], name[open..]) : (name, null);
    }
}

/// <summary>A dimension of the form; <paramref name="Label"/> is what its merged cell says.</summary>
public sealed record FormDimension(string Label, IReadOnlyList<FormIndicator> Indicators)
{
    internal static FormDimension Of(Dimension dimension, IReadOnlyList<Indicator> indicators)
    {
        var numeral = indicators[0].NumberZh.Split('.')[0];
        return new FormDimension($"{numeral}.{dimension.NameZh}\n（共{FormIndicator.Plain(dimension.MaxPoints)}分）", [.. indicators.Select(FormIndicator.Of)]);
    }
}

/// <summary>A row of the form.</summary>
public sealed record FormIndicator(string Code, string Text, decimal MaxPoints, IReadOnlyList<bool> Methods, decimal? Self, decimal? Expert)
{
    internal static FormIndicator Of(Indicator i) =>
        new(i.Code, $"{i.Position}.{i.TextZh}", i.MaxPoints, [i.Hearing, i.Documents, i.Interviews, i.SiteVisit], null, null);

    internal FormIndicator With(IReadOnlyDictionary<string, decimal> self, IReadOnlyDictionary<string, decimal> expert) =>
        this with
        {
            Self = self.TryGetValue(Code, out var s) ? s : null,
            Expert = expert.TryGetValue(Code, out var e) ? e : null,
        };

    /// <summary>Points as people write them: without trailing zeros.</summary>
    internal static string Plain(decimal points) => points.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
