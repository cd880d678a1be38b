using Microsoft.AspNetCore.WebUtilities;

namespace LearningCity.Dashboard.Components;

/// <summary>The address of the page in view: every filter is in it, so every view can be sent as a link.</summary>
/// <param name="Path">As requested, such as /rankings.</param>
/// <param name="Query">Parameters in the order given, empty ones left out.</param>
public sealed record PageUrl(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    /// <summary>What goes along from page to page.</summary>
    private static readonly string[] Sticky = ["round", "snapshot", "lang"];

    public string? this[string key]
    {
        get
        {
            foreach (var pair in Query)
            {
                if (pair.Key == key)
                    return pair.Value;
            }

            return null;
        }
    }

    public IEnumerable<string> All(string key) => Query.Where(pair => pair.Key == key).Select(pair => pair.Value);

    public static PageUrl From(HttpRequest request) => new(
        request.PathBase + request.Path,
        [.. request.Query.SelectMany(
            q => q.Value, (q, value) => KeyValuePair.Create(q.Key.ToLowerInvariant(), (value ?? "").Trim())).Where(pair => pair.Value != "")]);

    /// <summary>This view with other values; null takes a parameter away.</summary>
    public string With(params (string Key, string? Value)[] changes) => Build(Path, Merge(Query, changes));

    /// <summary>Another page, keeping round, pinned snapshot and language.</summary>
    public string To(string path, params (string Key, string? Value)[] parameters) =>
        Build(path, Merge([.. Query.Where(pair => Sticky.Contains(pair.Key))], parameters));

    /// <summary>Where a score of a district on an indicator came from.</summary>
    public string Lineage(string round, string district, string indicator) =>
        To("/data/lineage", ("round", round), ("district", district), ("indicator", indicator));

    /// <summary>The same rows from the API: the pinned snapshot is passed on.</summary>
    public string Api(string path, params (string Key, string? Value)[] parameters) =>
        Build("/api/v1/" + path, Merge([.. Query.Where(pair => pair.Key == "snapshot")], parameters));

    /// <summary>What a GET form must repeat as hidden fields so as not to lose it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Except(params string[] keys) => Query.Where(pair => !keys.Contains(pair.Key));

    /// <summary>What a GET form that leads to another page must repeat as hidden fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept() => Query.Where(pair => Sticky.Contains(pair.Key));

    private static List<KeyValuePair<string, string>> Merge(
        IReadOnlyList<KeyValuePair<string, string>> query, (string Key, string? Value)[] changes)
    {
        var merged = query.Where(pair => changes.All(change => change.Key != pair.Key)).ToList();
        merged.AddRange(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        return merged;
    }

    private static string Build(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        QueryHelpers.AddQueryString(path, query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
}
