using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Hosting;

/// <summary>The one snapshot that a request reads, however many questions it asks: taken at the first use, held until the answer
/// has been sent. A publication in between therefore never mixes two snapshots in one page. <c>?snapshot=ID</c> pins one.</summary>
public sealed class RequestSnapshot(SnapshotStore store, IHttpContextAccessor http) : IDisposable
{
    /// <summary>The query parameter that pins a snapshot.</summary>
    public const string Parameter = "snapshot";

    private readonly Lazy<SnapshotReader?> lease = new(() => Lease(store, http.HttpContext));

    /// <summary>The snapshot; null when nothing has been published, or when the pinned one does not exist.</summary>
    public SnapshotReader? Reader => lease.Value;

    public SnapshotInfo? Info => lease.Value?.Info;

    /// <summary>The id that the URL pins; null when it pins none.</summary>
    public string? Pinned => PinnedBy(http.HttpContext);

    /// <summary>Whether the URL pins a snapshot that does not exist (any more).</summary>
    public bool PinnedIsUnknown => Pinned is not null && Reader is null;

    public void Dispose()
    {
        if (lease.IsValueCreated)
        {
            lease.Value?.Dispose();
        }
    }

    private static SnapshotReader? Lease(SnapshotStore store, HttpContext? context) =>
        PinnedBy(context) is { } id ? store.Lease(id) : store.Lease();

    private static string? PinnedBy(HttpContext? context) =>
        context?.Request.Query[Parameter].FirstOrDefault() is { Length: > 0 } id ? id : null;
}
