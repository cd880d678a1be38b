using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Access;

/// <summary>Writes what the sender of a request does to the audit trail.</summary>
public sealed class Auditor(DataFolder folder, TimeProvider time, IHttpContextAccessor http)
{
    private const int LongestText = 8_000;

    /// <param name="who">Null for whoever is signed in.</param>
    /// <exception cref="IOException">It cannot be written: what was to be recorded must not go on.</exception>
    public void Record(string what, string? subject = null, string? who = null, params (string Key, string? Value)[] details)
    {
        var context = http.HttpContext;
        var kept = details.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => Cut(d.Value!), StringComparer.Ordinal);
        AuditTrail.Append(
            folder, time.GetUtcNow(), Cut(who ?? context?.User.Identity?.Name ?? "?"), what, subject is null ? null : Cut(subject),
            context?.Connection.RemoteIpAddress?.ToString(), kept.Count == 0 ? null : kept);
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
