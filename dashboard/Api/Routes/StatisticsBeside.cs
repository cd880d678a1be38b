using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>What stands beside the districts' gaps: agreement over their totals, then the parts. As <see cref="AgreementSummary"/>.</summary>
public sealed record AgreementBeside(
    int N, int Excluded, double? Bias, double? BiasLow, double? BiasHigh, double? Sd,
    double? LimitLow, double? LimitLowLow, double? LimitLowHigh, double? LimitHigh, double? LimitHighLow, double? LimitHighHigh,
    double? Ccc, double? Pearson, double? PearsonLow, double? PearsonHigh, double? BiasCorrection,
    double? GapMean, double? GapResidualSd, int? GapCells,
    IReadOnlyList<AgreementSummary> Dimensions, IReadOnlyList<AgreementIndicator> Indicators, IReadOnlyList<Disagreement> Largest,
    IReadOnlyList<AgreementSummary> History, IReadOnlyList<WithheldRow> Withheld)
{
    public static AgreementBeside Of(Agreement found)
    {
        var s = found.Summary;
        return new(
            s.N, s.Excluded, s.Bias, s.BiasLow, s.BiasHigh, s.Sd,
            s.LimitLow, s.LimitLowLow, s.LimitLowHigh, s.LimitHigh, s.LimitHighLow, s.LimitHighHigh,
            s.Ccc, s.Pearson, s.PearsonLow, s.PearsonHigh, s.BiasCorrection, s.GapMean, s.GapResidualSd, s.GapCells,
            found.Dimensions, found.Indicators, found.Largest, found.History, found.Withheld);
    }
}

/// <summary>What stands beside the panel's indicators.</summary>
public sealed record PanelBeside(PanelRow? Overall, IReadOnlyList<SeverityRow> Severity, IReadOnlyList<AdjustedRow> Adjusted, IReadOnlyList<WithheldRow> Withheld);

/// <summary>What stands beside the certainty of ranks.</summary>
public sealed record CertaintyBeside(int? Draws, int? Seed, IReadOnlyList<RankPairRow> Pairs, IReadOnlyList<WithheldRow> Withheld);

/// <summary>Reasons alone.</summary>
public sealed record WithheldBeside(IReadOnlyList<WithheldRow> Withheld);

/// <summary>What stands beside the rounds of a series.</summary>
/// <param name="Summary">Null where many series were asked for.</param>
public sealed record TrendBeside(TrendSummary? Summary, IReadOnlyList<WithheldRow> Withheld);

/// <summary>What stands beside the indicators of a round: the total and each dimension as a scale.</summary>
public sealed record ItemsBeside(IReadOnlyList<ScaleQualityRow> Scales, IReadOnlyList<WithheldRow> Withheld);

/// <summary>What stands beside what was assumed.</summary>
public sealed record WhatIfBeside(string District, int Ranked, WhatIfOutcome Before, WhatIfOutcome? After, IReadOnlyList<WithheldRow> Withheld);

/// <summary>The weight asked for a dimension.</summary>
public sealed record DimensionWeight(string Dimension, decimal Weight);

/// <summary>What stands beside a ranking under other weights.</summary>
public sealed record WeightsBeside(IReadOnlyList<DimensionWeight> Weights, IReadOnlyList<WithheldRow> Withheld);
