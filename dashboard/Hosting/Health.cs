namespace LearningCity.Dashboard.Hosting;

/// <summary>/health: that the dashboard answers, and which snapshot it serves.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app) => app
        .MapGet("/health", (HttpResponse response, RequestSnapshot snapshot) =>
        {
            response.Headers.CacheControl = "no-store";
            return new HealthAnswer(
                snapshot.Info is null ? "empty" : "ok",
                snapshot.Info?.Id, snapshot.Info?.PublishedAt, snapshot.Info?.Sample ?? false, snapshot.Info?.Rounds ?? []);
        })
        .ExcludeFromDescription();

    /// <param name="Status">ok, or empty while nothing has been published; both with 200, for the dashboard works.</param>
    private sealed record HealthAnswer(string Status, string? Snapshot, DateTimeOffset? PublishedAt, bool Sample, IReadOnlyList<string> Rounds);
}
