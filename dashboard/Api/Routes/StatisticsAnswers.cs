using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

// The JSON answers as records: Writing.RowsAnswer with what stands beside its rows; for the description alone.

/// <summary>With <see cref="AgreementBeside"/>.</summary>
public sealed record AgreementAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<AgreementDistrict> Rows,
    int N, int Excluded, double? Bias, double? BiasLow, double? BiasHigh, double? Sd,
    double? LimitLow, double? LimitLowLow, double? LimitLowHigh, double? LimitHigh, double? LimitHighLow, double? LimitHighHigh,
    double? Ccc, double? Pearson, double? PearsonLow, double? PearsonHigh, double? BiasCorrection,
    double? GapMean, double? GapResidualSd, int? GapCells,
    IReadOnlyList<AgreementSummary> Dimensions, IReadOnlyList<AgreementIndicator> Indicators, IReadOnlyList<Disagreement> Largest,
    IReadOnlyList<AgreementSummary> History, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="PanelBeside"/>.</summary>
public sealed record PanelRows(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<PanelRow> Rows,
    PanelRow? Overall, IReadOnlyList<SeverityRow> Severity, IReadOnlyList<AdjustedRow> Adjusted, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="CertaintyBeside"/>.</summary>
public sealed record CertaintyAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<RankCertaintyRow> Rows,
    int? Draws, int? Seed, IReadOnlyList<RankPairRow> Pairs, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="WithheldBeside"/>.</summary>
public sealed record ChangesAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<RoundChangeRow> Rows, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="WithheldBeside"/>.</summary>
public sealed record RankingsAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<RankingRow> Rows, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="TrendBeside"/>.</summary>
public sealed record TrendsAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<TrendRow> Rows, TrendSummary? Summary, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="ItemsBeside"/>.</summary>
public sealed record IndicatorsAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<IndicatorSummaryRow> Rows,
    IReadOnlyList<ScaleQualityRow> Scales, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="WhatIfBeside"/>.</summary>
public sealed record WhatIfRows(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<WhatIfChange> Rows,
    string District, int Ranked, WhatIfOutcome Before, WhatIfOutcome? After, IReadOnlyList<WithheldRow> Withheld);

/// <summary>With <see cref="WeightsBeside"/>.</summary>
public sealed record ReweightedAnswer(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<ReweightedRow> Rows,
    IReadOnlyList<DimensionWeight> Weights, IReadOnlyList<WithheldRow> Withheld);
