using System.Collections.Concurrent;
using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Access;

/// <summary>Records that somebody who is signed in asked for what is not for them. Once an hour for each account and endpoint: who tries doors is
/// seen, and who tries one a thousand times, or has a program that does, fills no disk.</summary>
public sealed class RefusalTrail(TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Who, string Endpoint), DateTimeOffset> _recorded = new();

    public void Record(HttpContext http, Auditor audit)
    {
        if (http.User.Identity is not { IsAuthenticated: true, Name: { } who })
        {
            return;
        }

        var endpoint = http.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "?";
        var now = time.GetUtcNow();
        var first = false;
        _recorded.AddOrUpdate(
            (who, $"{http.Request.Method} {route}"),
            _ =>
            {
                first = true;
                return now;
            },
            (_, before) =>
            {
                first = now - before >= Quiet;
                return first ? now : before;
            });
        if (first)
        {
            audit.Record(
                AuditWords.Denied, http.Request.Path, details:
                [
                    ("method", http.Request.Method), ("rule", endpoint?.Metadata.GetMetadata<RuleMetadata>()?.Rule.ToString()),
                    ("role", http.User.FindFirst(System.Security.Claims.ClaimTypes.Role)?.Value),
                ]);
        }
    }
}
