using LearningCity.Dashboard.Access;

namespace LearningCity.Dashboard.Hosting;

/// <summary>/health: that the dashboard answers, and which snapshot it serves.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app) => app
        .MapGet("/health", (HttpResponse response, RequestSnapshot snapshot, RequestViewer viewer) =>
        {
            response.Headers.CacheControl = "no-store";
            // Whoever is not signed in learns that the dashboard works, and nothing of the data.
            return viewer.Viewer is null ? new HealthAnswer("ok", null, null, null, null) : new HealthAnswer(
                snapshot.Info is null ? "empty" : "ok",
                snapshot.Info?.Id, snapshot.Info?.PublishedAt, snapshot.Info?.Sample ?? false, snapshot.Info?.Rounds ?? []);
        })
        .Rule(Rule.Anyone)
        .ExcludeFromDescription();

    /// <param name="Status">ok, or empty while nothing has been published; both with 200, for the dashboard works.</param>
    private sealed record HealthAnswer(string Status, string? Snapshot, DateTimeOffset? PublishedAt, bool? Sample, IReadOnlyList<string>? Rounds);
}
