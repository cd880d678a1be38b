using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace LearningCity.Client;

/// <summary>The API of a dashboard, typed: one method a route. Rows come whole: an answer has at most 10,000 of them.</summary>
/// <param name="http">Its base address is the dashboard's; it is not disposed.</param>
/// <param name="snapshot">Pins a snapshot, so that a work can be repeated; null takes the current one.</param>
public sealed class LearningCityClient(HttpClient http, string? snapshot = null)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = true };

    public Task<Answer<Ranking>> RankingsAsync(string? round = null, string by = "total", string of = "expert", CancellationToken cancel = default) =>
        GetAsync<Ranking>("rankings", cancel, ("round", round), ("by", by), ("of", of));

    public Task<Answer<IndicatorSummary>> IndicatorsAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<IndicatorSummary>("indicators", cancel, ("round", round));

    /// <param name="round">* for all rounds.</param>
    public Task<Answer<Result>> ResultsAsync(
        string? round = null, string? district = null, string? indicator = null, CancellationToken cancel = default) =>
        GetAsync<Result>("results", cancel, ("round", round), ("district", district), ("indicator", indicator));

    /// <param name="district">* for all districts; null for the mean of the city.</param>
    public Task<Answer<Trend>> TrendsAsync(
        string? district = null, string? indicator = null, string? dimension = null, string of = "expert", CancellationToken cancel = default) =>
        GetAsync<Trend>("trends", cancel, ("district", district), ("indicator", indicator), ("dimension", dimension), ("of", of));

    /// <summary>One district against its peers; beside the rows stand profile, peers, strengths, weaknesses, nextRank and more.</summary>
    /// <param name="peers">city, zone or nearest.</param>
    public Task<Answer<DistrictIndicator>> DistrictAsync(
        string district, string? round = null, string peers = "city", CancellationToken cancel = default) =>
        GetAsync<DistrictIndicator>("districts/" + Uri.EscapeDataString(district), cancel, ("round", round), ("peers", peers));

    /// <summary>Self against expert by district; beside the rows stand bias, limits, ccc, indicators, largest and more.</summary>
    public Task<Answer<DistrictAgreement>> AgreementAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<DistrictAgreement>("agreement", cancel, ("round", round));

    /// <summary>The panel's reliability by indicator; beside the rows stand overall, severity and adjusted.</summary>
    public Task<Answer<PanelIndicator>> PanelAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<PanelIndicator>("panel", cancel, ("round", round));

    /// <summary>How firm the ranks are; beside the rows stand draws, seed and pairs.</summary>
    public Task<Answer<RankCertainty>> CertaintyAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<RankCertainty>("certainty", cancel, ("round", round));

    /// <summary>Tests of the change since the round before.</summary>
    public Task<Answer<RoundChange>> ChangesAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<RoundChange>("changes", cancel, ("round", round));

    /// <summary>A district's rank with other points; beside the rows stand before and after.</summary>
    /// <param name="points">Assumed points by indicator.</param>
    public Task<Answer<WhatIf>> WhatIfAsync(
        string district, IReadOnlyDictionary<string, decimal> points, string? round = null, CancellationToken cancel = default) =>
        GetAsync<WhatIf>("whatif", cancel, ("round", round), ("district", district), ("points", Pairs(points)));

    /// <summary>The ranking with other weights.</summary>
    /// <param name="weights">By dimension; only their proportions count.</param>
    public Task<Answer<Reweighted>> ReweightedAsync(
        IReadOnlyDictionary<string, decimal> weights, string? round = null, CancellationToken cancel = default) =>
        GetAsync<Reweighted>("reweighted", cancel, ("round", round), ("weights", Pairs(weights)));

    public Task<Answer<Snapshot>> SnapshotsAsync(CancellationToken cancel = default) => GetAsync<Snapshot>("snapshots", cancel);

    public Task<Answer<Load>> LoadsAsync(CancellationToken cancel = default) => GetAsync<Load>("loads", cancel);

    /// <param name="severity">reject, warn, note, or * for all.</param>
    public Task<Answer<Rejected>> RejectedAsync(int? load = null, string severity = "reject", CancellationToken cancel = default) =>
        GetAsync<Rejected>("rejected", cancel, ("load", load?.ToString(CultureInfo.InvariantCulture)), ("severity", severity));

    /// <summary>Where the scores of one cell came from, those that are no longer in force too.</summary>
    public Task<Answer<ScoreOrigin>> LineageAsync(string district, string indicator, string? round = null, CancellationToken cancel = default) =>
        GetAsync<ScoreOrigin>("lineage", cancel, ("round", round), ("district", district), ("indicator", indicator));

    /// <summary>Asks the SQL console.</summary>
    /// <exception cref="LearningCityException">The query was refused, failed or took too long; the message says why and where.</exception>
    public async Task<SqlAnswer> SqlAsync(string sql, CancellationToken cancel = default)
    {
        using var response = await http.PostAsJsonAsync(Address("sql"), new { sql }, cancel);
        return await ReadAsync<SqlAnswer>(response, cancel);
    }

    private static string Pairs(IReadOnlyDictionary<string, decimal> values) =>
        string.Join(',', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}:{v.Value}")));

    private async Task<Answer<TRow>> GetAsync<TRow>(string route, CancellationToken cancel, params (string Name, string? Value)[] parameters)
    {
        using var response = await http.GetAsync(Address(route, parameters), cancel);
        return await ReadAsync<Answer<TRow>>(response, cancel);
    }

    private string Address(string route, params (string Name, string? Value)[] parameters)
    {
        var query = parameters.Append(("snapshot", snapshot)).Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        return $"/api/v1/{route}?{string.Join('&', query)}";
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode)
        {
            return (await response.Content.ReadFromJsonAsync<T>(Json, cancel))!;
        }

        var text = await response.Content.ReadAsStringAsync(cancel);
        try
        {
            using var problem = JsonDocument.Parse(text);
            throw new LearningCityException(
                (int)response.StatusCode,
                problem.RootElement.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "",
                problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "");
        }
        catch (JsonException)
        {
            throw new LearningCityException((int)response.StatusCode, response.ReasonPhrase ?? "", "");
        }
    }
}
