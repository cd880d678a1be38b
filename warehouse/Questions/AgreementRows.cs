namespace LearningCity.Warehouse.Questions;

/// <summary>Agreement over districts, within one dimension or in total; rates, d = self − expert.</summary>
/// <param name="Dimension">total for the total.</param>
/// <param name="N">Districts complete in both.</param>
/// <param name="Excluded">Districts evaluated but incomplete in one.</param>
/// <param name="Bias">Mean d, with its 95 % t interval.</param>
/// <param name="Sd">Of d.</param>
/// <param name="LimitLow">Bias − 1.96 SD, with the 95 % interval of the limit itself.</param>
/// <param name="BiasCorrection">C_b: Ccc ÷ Pearson.</param>
/// <param name="GapMean">μ of the two-way decomposition; of the total alone, as the two after it.</param>
/// <param name="GapCells">Cells that the decomposition rests on.</param>
public sealed record AgreementSummary(
    string Round, string NameZh, string NameEn, DateOnly Date, string Dimension, int N, int Excluded,
    double? Bias, double? BiasLow, double? BiasHigh, double? Sd,
    double? LimitLow, double? LimitLowLow, double? LimitLowHigh, double? LimitHigh, double? LimitHighLow, double? LimitHighHigh,
    double? Ccc, double? Pearson, double? PearsonLow, double? PearsonHigh, double? BiasCorrection,
    double? GapMean, double? GapResidualSd, int? GapCells);

/// <summary>The gap of one district's total.</summary>
/// <param name="Effect">What of its gaps belongs to the district on all indicators; positive over-claims.</param>
/// <param name="EffectN">Indicators with a gap.</param>
/// <param name="PreviousRound">The district's own last earlier round with a gap.</param>
public sealed record AgreementDistrict(
    string District, string NameZh, string NameEn, string ShortZh, string Zone, decimal? SelfRate, decimal? ExpertRate, decimal? GapRate,
    double? Effect, int EffectN, string? PreviousRound, decimal? PreviousGapRate);

/// <summary>The test of one indicator over districts.</summary>
/// <param name="NEffective">Districts in which self and expert differ; below 6 no p can reach 0.05.</param>
/// <param name="V">Sum of the ranks of the positive differences.</param>
/// <param name="Q">Corrected for the number of tests in the round.</param>
/// <param name="MinimumP">The least p that NEffective could reach.</param>
/// <param name="HodgesLehmann">Shift, rate.</param>
/// <param name="Effect">What of the gaps belongs to the indicator: an unclear standard where all districts over-claim.</param>
/// <param name="PreviousRound">The last earlier round on the same framework in which the shift could be estimated.</param>
/// <param name="PreviousHodgesLehmann">The shift of that round, rate.</param>
public sealed record AgreementIndicator(
    string Indicator, string Dimension, string NumberZh, string LabelZh, string LabelEn, int N, int NEffective,
    double? V, double? P, double? Q, double? MinimumP, double? HodgesLehmann, double? RankBiserial, double? Effect,
    string? PreviousRound, double? PreviousHodgesLehmann);

/// <summary>One district on one indicator.</summary>
/// <param name="Place">1 is the largest residual of the round.</param>
/// <param name="ExpectedRate">The gap that district and indicator lead to expect.</param>
/// <param name="ResidualRate">Gap − expected gap.</param>
/// <param name="PreviousGapRate">In the district's own previous round; null across frameworks.</param>
public sealed record Disagreement(
    int Place, string District, string DistrictZh, string DistrictEn, string Indicator, string NumberZh, string LabelZh, string LabelEn,
    decimal? SelfPoints, decimal? ExpertPoints, decimal MaxPoints, double GapRate, double ExpectedRate, double ResidualRate,
    string? PreviousRound, double? PreviousGapRate);
