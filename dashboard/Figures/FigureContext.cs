using LearningCity.Dashboard.Figures.Outlines;

namespace LearningCity.Dashboard.Figures;

/// <summary>What every figure of a page shares: language, source, and where its marks lead.</summary>
/// <param name="Snapshot">Id of the snapshot the numbers come from; stated below the figure and in downloads. Empty for made-up data: then there are no downloads.</param>
/// <param name="Sample">Whether the numbers are the synthetic sample; downloads then say 示例数据.</param>
/// <param name="Round">Code of the round shown; null for figures over rounds.</param>
/// <param name="RoundName">The round as people read it.</param>
/// <param name="Filters">The filters in words, such as 专家评分 · 中心城区; stated in downloads.</param>
/// <param name="Query">The query of the download links, without <c>lang</c>: <c>round=2026&amp;of=expert</c>.</param>
public sealed record FigureContext(
    FigureLanguage Language,
    string Snapshot,
    bool Sample,
    string? Round = null,
    string? RoundName = null,
    string? Filters = null,
    string? Query = null)
{
    /// <summary>Class of the viewers that it is drawn for, see <see cref="Warehouse.Access.Viewer.Key"/>.</summary>
    public string Viewer { get; init; } = "";

    /// <summary>Where a mark over a district leads; by default its page in this round and language.</summary>
    public Func<string, string>? DistrictLink { get; init; }

    /// <summary>Where a mark over an indicator leads; by default its page in this round and language.</summary>
    public Func<string, string>? IndicatorLink { get; init; }

    /// <summary>The outlines of districts that the operator supplied; null where there are none.</summary>
    public OutlineSet? Outlines { get; init; }

    public string ToDistrict(string district) => DistrictLink?.Invoke(district) ?? Page("/districts/" + Uri.EscapeDataString(district), Round);

    public string ToIndicator(string indicator) => IndicatorLink?.Invoke(indicator) ?? Page("/indicators/" + Uri.EscapeDataString(indicator), Round);

    public string Word(string key, params object[] with) => FigureWords.Get(Language, key, with);

    /// <summary>Sentences one after the other: English has a space between them, Chinese has none.</summary>
    public string Sentences(IEnumerable<string?> sentences) => string.Join(Language == FigureLanguage.Zh ? "" : " ", sentences.Where(s => s is { Length: > 0 }));

    /// <summary>A page of this language, in a round where one is given.</summary>
    public string Page(string path, string? round)
    {
        var query = new List<string>(2);
        if (round is not null) query.Add("round=" + Uri.EscapeDataString(round));
        if (Language == FigureLanguage.En) query.Add("lang=en");
        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }
}
