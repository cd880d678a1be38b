using System.Text.Json;

namespace LearningCity.Client;

/// <summary>What every route with rows answers with.</summary>
/// <param name="Snapshot">Id of the snapshot that was asked.</param>
/// <param name="Sample">Whether the scores are the synthetic sample (示例数据).</param>
/// <param name="Round">The round that the rows speak of; null where they span rounds.</param>
public sealed record Answer<TRow>(string Snapshot, bool Sample, string? Round, IReadOnlyList<TRow> Rows);

/// <summary>A row of <c>rankings</c>. Points in points, rates 0 to 1.</summary>
/// <param name="Rank">Null when the district is incomplete.</param>
public sealed record Ranking(
    string District, string NameZh, string NameEn, int? Rank, decimal? Points, decimal MaxPoints, decimal? Rate, bool Complete,
    int IndicatorsScored, int IndicatorsExpected, int? PreviousRank, int? RankChange, decimal? GapPoints, int? RankLow, int? RankHigh);

/// <summary>A row of <c>indicators</c>: one indicator of a round over all districts.</summary>
public sealed record IndicatorSummary(
    string Round, string Indicator, string Dimension, string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints, int N,
    decimal? MeanPoints, decimal? MeanRate, decimal? SelfMeanRate, decimal? PointsLost, decimal? CeilingShare, decimal? FloorShare, double? ItemTotal);

/// <summary>A row of <c>results</c>: one indicator of one district.</summary>
public sealed record Result(
    string Round, string District, string DistrictZh, string Indicator, decimal MaxPoints, decimal? SelfPoints, decimal? ExpertPoints,
    double? ExpertSd, int Experts, decimal? SelfRate, decimal? ExpertRate, decimal? GapPoints, decimal? GapRate);

/// <summary>A row of <c>trends</c>.</summary>
public sealed record Trend(
    string Round, string District, string NameZh, string Scope, string Code, decimal? Points, decimal? Rate, decimal? SelfRate, decimal? Change, bool Comparable);

/// <summary>What <c>POST sql</c> answers with.</summary>
/// <param name="Rows">Values in the order of the columns.</param>
public sealed record SqlAnswer(
    string Snapshot, bool Sample, IReadOnlyList<SqlColumn> Columns, IReadOnlyList<IReadOnlyList<JsonElement>> Rows, bool Truncated, string? TruncatedBy)
{
    /// <summary>The rows as records whose constructor takes the columns by name (expert_points fits ExpertPoints).</summary>
    /// <exception cref="JsonException">A value does not fit.</exception>
    public IReadOnlyList<TRow> As<TRow>()
    {
        var names = Columns.Select(c => c.Name.Replace("_", "", StringComparison.Ordinal)).ToArray();
        return [.. Rows.Select(row => JsonSerializer.SerializeToElement(names.Zip(row).ToDictionary(p => p.First, p => p.Second))
            .Deserialize<TRow>(LearningCityClient.Json)!)];
    }
}

public sealed record SqlColumn(string Name, string Type);
