namespace LearningCity.Client;

// The rows of the routes: points in points, rates 0 to 1, null where there is no value. The API's description says more of each field.

/// <summary>A row of <c>rankings</c>.</summary>
/// <param name="Rank">Null when the district is incomplete.</param>
public sealed record Ranking(
    string District, string NameZh, string NameEn, int? Rank, decimal? Points, decimal MaxPoints, decimal? Rate, bool Complete,
    int IndicatorsScored, int IndicatorsExpected, int? PreviousRank, int? RankChange, decimal? GapPoints, int? RankLow, int? RankHigh);

/// <summary>A row of <c>indicators</c>: one indicator of a round over all districts.</summary>
public sealed record IndicatorSummary(
    string Round, string Indicator, string Dimension, string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints, int N,
    decimal? MeanPoints, decimal? MeanRate, decimal? SelfMeanRate, double? Sd, decimal? PointsLost, decimal? CeilingShare, decimal? FloorShare,
    double? ItemTotal);

/// <summary>A row of <c>results</c>: one indicator of one district.</summary>
public sealed record Result(
    string Round, string District, string DistrictZh, string Indicator, decimal MaxPoints, decimal? SelfPoints, decimal? ExpertPoints,
    double? ExpertSd, int Experts, decimal? SelfRate, decimal? ExpertRate, decimal? GapPoints, decimal? GapRate);

/// <summary>A row of <c>trends</c>.</summary>
public sealed record Trend(
    string Round, string District, string NameZh, string Scope, string Code, decimal? Points, decimal? Rate, decimal? SelfRate, decimal? Change, bool Comparable);

/// <summary>A row of <c>districts/{code}</c>: one indicator of the district among its peers.</summary>
public sealed record DistrictIndicator(
    string Indicator, string Dimension, string LabelZh, string LabelEn, decimal MaxPoints, decimal? SelfPoints, decimal? ExpertPoints,
    decimal? ExpertRate, decimal? GapPoints, decimal? PointsLost, int? Rank, int N, decimal? MedianRate, decimal? MaxRate, IReadOnlyList<string> BestDistricts);

/// <summary>A row of <c>agreement</c>: one district's total rates.</summary>
public sealed record DistrictAgreement(
    string District, string NameZh, string NameEn, string Zone, double? SelfRate, double? ExpertRate, double? GapRate, double? Effect, double? PreviousGapRate);

/// <summary>A row of <c>panel</c>: how far the experts agree on one indicator.</summary>
public sealed record PanelIndicator(
    string Indicator, string LabelZh, string LabelEn, int Districts, int Experts, int Cells, bool Crossed,
    double? IccA1, double? IccA1Low, double? IccA1High, double? IccAk, double? KrippendorffAlpha, double? WithinSd);

/// <summary>A row of <c>certainty</c>: the interval of one district's rank.</summary>
public sealed record RankCertainty(string District, string NameZh, string NameEn, int? Rank, int? RankLow, int? RankHigh, double? PTop3, int? Experts);

/// <summary>A row of <c>changes</c>: the change of the total, a dimension or an indicator since the round before.</summary>
public sealed record RoundChange(
    string Scope, string Code, string NameZh, string NameEn, string? PreviousRound, int N, double? V, double? P, double? Q, double? MinimumP,
    double? HodgesLehmann, double? Spearman, double? KendallTauB);

/// <summary>A row of <c>whatif</c>: one indicator that was assumed to be otherwise.</summary>
public sealed record WhatIf(string Indicator, string LabelZh, string LabelEn, decimal MaxPoints, decimal? Points, decimal Assumed);

/// <summary>A row of <c>reweighted</c>: one district under other weights.</summary>
public sealed record Reweighted(string District, string NameZh, string NameEn, int? OfficialRank, double? Rate, int? Rank, int? PlacesMoved);

/// <summary>A row of <c>snapshots</c>: one that <c>snapshot</c> can pin.</summary>
public sealed record Snapshot(
    string Id, DateTimeOffset PublishedAt, bool Current, bool Sample, int Load, IReadOnlyList<string> Rounds, long Scores, int ChecksWarned, string Sha256);

/// <summary>A row of <c>loads</c>: one run of the loader.</summary>
public sealed record Load(
    [property: System.Text.Json.Serialization.JsonPropertyName("load")] int Number, string Command, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    int Files, int FilesRejected, long ScoresAdded, long ScoresSuperseded, long ScoresUnchanged, long RowsRejected, int? RetractedBy);

/// <summary>A row of <c>rejected</c>: one finding of the loader.</summary>
public sealed record Rejected(
    int Load, string FileName, string? Sheet, string? Cell, long? SourceRow, string? Round, string? District, string? Indicator, string? Value,
    string Rule, string Severity, string MessageZh, string MessageEn);

/// <summary>A row of <c>lineage</c>: one score and the place in the file that it came from.</summary>
public sealed record ScoreOrigin(
    string Round, string District, string Indicator, string Rater, string Expert, decimal Points, bool InForce, string SourceFile, string? FileName,
    string? Sheet, string? Cell, long? SourceRow, int Load, DateTimeOffset LoadedAt, int? EndedBy, string? EndReason);
