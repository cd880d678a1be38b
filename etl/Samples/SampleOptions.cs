namespace LearningCity.Etl.Samples;

/// <summary>How the synthetic scores are written down; the scores themselves are the same in every format.</summary>
public enum SampleFormat
{
    /// <summary>The official form as a workbook, one a district, and a list of the experts' scores beside them.</summary>
    Xlsx,

    /// <summary>The official form as a Word document, one a district, and a list of the experts' scores beside them.</summary>
    Docx,

    /// <summary>Two lists a round with Chinese heads: the experts' scores, and self scores with the panel's consolidated ones.</summary>
    Csv,

    /// <summary>One file of tidy scores, in codes; written row by row, whatever its length.</summary>
    Tidy,
}

/// <param name="Districts">How many districts; null for the catalog's own. More than it has are made up.</param>
/// <param name="Rounds">How many rounds, the latest ones; null for the catalog's own. More than it has are made up.</param>
/// <param name="Experts">Named experts on the panel, each of whom scores everything; 0 for the consolidated score alone.</param>
/// <param name="Seed">The same seed gives the same scores, and with the same options the same bytes.</param>
public sealed record SampleOptions(int? Districts = null, int? Rounds = null, int Experts = 5, int Seed = 1, SampleFormat Format = SampleFormat.Xlsx)
{
    /// <summary>Said in every file, so that no synthetic score is taken for a real one.</summary>
    public const string Mark = "示例数据";

    public const string MarkSentence = "示例数据：合成分数，不是真实评估结果 | Sample data: synthetic scores, no real evaluation";
}

/// <summary>One synthetic score.</summary>
/// <param name="Rater"><c>self</c> or <c>expert</c>.</param>
/// <param name="Expert">Empty for self scores and for the panel's consolidated score.</param>
public readonly record struct SampleScore(string Round, string District, string Indicator, string Rater, string Expert, decimal Points)
{
    public const string SelfRater = "self";
    public const string ExpertRater = "expert";
}
