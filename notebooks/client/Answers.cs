using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCity.Client;

/// <summary>What every route with rows answers with.</summary>
/// <param name="Snapshot">Id of the snapshot that was asked.</param>
/// <param name="Sample">Whether the scores are the synthetic sample (示例数据).</param>
/// <param name="Round">The round that the rows speak of; null where they span rounds.</param>
public sealed record Answer<TRow>(string Snapshot, bool Sample, string? Round, IReadOnlyList<TRow> Rows)
{
    /// <summary>Statistics that could not be given, and why.</summary>
    public IReadOnlyList<WithheldStatistic> Withheld { get; init; } = [];

    /// <summary>What else stands beside the rows, by its name in the API's description.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Beside { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>A part of what stands beside the rows: <c>answer.Part&lt;double?&gt;("bias")</c>, <c>answer.Part&lt;ExpertSeverity[]&gt;("severity")</c>.</summary>
    /// <exception cref="KeyNotFoundException">The route has no such part.</exception>
    public TPart? Part<TPart>(string name) => Beside.TryGetValue(name, out var part)
        ? part.Deserialize<TPart>(LearningCityClient.Json)
        : throw new KeyNotFoundException($"{name}: {string.Join(' ', Beside.Keys)}");
}

/// <summary>A statistic that is null on purpose.</summary>
/// <param name="Code">The dimension or indicator that it would have been of.</param>
/// <param name="Reason">A word that does not change, such as notTested.</param>
public sealed record WithheldStatistic(string Statistic, string? District, string Code, string Reason, string Zh, string En);

/// <summary>How much an expert scores above the panel, of <c>panel</c>'s <c>severity</c>: a rate, positive scores higher.</summary>
public sealed record ExpertSeverity(string Expert, [property: JsonPropertyName("severity")] double? Rate, double? SeverityLow, double? SeverityHigh, int N);

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
