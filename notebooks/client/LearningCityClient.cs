using System.Net.Http.Json;
using System.Text.Json;

namespace LearningCity.Client;

/// <summary>The API of a dashboard, typed. Rows come whole: an answer has at most 10,000 of them.</summary>
/// <param name="http">Its base address is the dashboard's; it is not disposed.</param>
/// <param name="snapshot">Pins a snapshot, so that a work can be repeated; null takes the current one.</param>
public sealed class LearningCityClient(HttpClient http, string? snapshot = null)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = true };

    public Task<Answer<Ranking>> RankingsAsync(string? round = null, string by = "total", string of = "expert", CancellationToken cancel = default) =>
        GetAsync<Ranking>("rankings", cancel, ("round", round), ("by", by), ("of", of));

    public Task<Answer<IndicatorSummary>> IndicatorsAsync(string? round = null, CancellationToken cancel = default) =>
        GetAsync<IndicatorSummary>("indicators", cancel, ("round", round));

    public Task<Answer<Result>> ResultsAsync(
        string? round = null, string? district = null, string? indicator = null, CancellationToken cancel = default) =>
        GetAsync<Result>("results", cancel, ("round", round), ("district", district), ("indicator", indicator));

    public Task<Answer<Trend>> TrendsAsync(
        string? district = null, string? indicator = null, string? dimension = null, CancellationToken cancel = default) =>
        GetAsync<Trend>("trends", cancel, ("district", district), ("indicator", indicator), ("dimension", dimension));

    /// <summary>Asks the SQL console.</summary>
    /// <exception cref="LearningCityException">The query was refused, failed or took too long; the message says why and where.</exception>
    public async Task<SqlAnswer> SqlAsync(string sql, CancellationToken cancel = default)
    {
        using var response = await http.PostAsJsonAsync(Address("sql"), new { sql }, cancel);
        return await ReadAsync<SqlAnswer>(response, cancel);
    }

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
