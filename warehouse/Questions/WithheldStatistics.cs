using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>A statistic that an answer leaves null, and why, in words that a page may show as they stand.</summary>
/// <param name="Statistic">The field that is null, such as <c>biasLow</c>.</param>
/// <param name="District">Null where it is of no single district.</param>
/// <param name="Code">Indicator or dimension; total for all together.</param>
/// <param name="Reason">A code: tooFew, noVariance, notCrossed, unconnected and so on.</param>
public sealed record WithheldRow(string Statistic, string? District, string Code, string Reason, string Zh, string En)
{
    /// <summary>The reason of a statistic that was computed on request.</summary>
    internal static WithheldRow Of(string statistic, Withheld withheld, string code = "total", string? district = null) => new(
        statistic, district, code, CodeOf(withheld.Reason), withheld.Zh, withheld.En);

    /// <summary>Whether the reason is this one.</summary>
    public bool Is(WithheldReason reason) => Reason == CodeOf(reason);

    private static string CodeOf(WithheldReason reason) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}

/// <summary>Which statistics of some marts are not given in a round, and why? By mart, field, district and code.</summary>
public static class WithheldStatistics
{
    private const string Sql = """
        select statistic, nullif(district, '') as district, code, reason, message_zh as zh, message_en as en
        from rpt_withheld
        where round = $round and mart in (select unnest(string_split($marts, ',')))
        order by mart, statistic, district, code
        """;

    /// <param name="marts">Their names; several.</param>
    public static IReadOnlyList<WithheldRow> Ask(SnapshotReader s, string round, params string[] marts) =>
        [.. s.Query<WithheldRow>(Sql, new { round, marts = string.Join(',', marts) }).Select(w => w with { Statistic = Field(w.Statistic) })];

    /// <summary>A column as the records of the questions and the API name it: bias_low becomes biasLow.</summary>
    private static string Field(string column)
    {
        var words = column.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
