using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Hosting;

/// <summary>The one snapshot that a request reads, however many questions it asks: taken at the first use, held until the answer
/// has been sent. A publication in between therefore never mixes two snapshots in one page. <c>?snapshot=ID</c> pins one.
/// It is leased for whoever sent the request: nobody who is not signed in gets one.</summary>
public sealed class RequestSnapshot(SnapshotStore store, IHttpContextAccessor http, RequestViewer viewer) : IDisposable
{
    /// <summary>The query parameter that pins a snapshot.</summary>
    public const string Parameter = "snapshot";

    private readonly Lazy<SnapshotReader?> lease = new(() => viewer.Viewer is { } who ? Lease(store, who, http.HttpContext) : null);

    /// <summary>The snapshot; null when nothing has been published, or when the pinned one does not exist.</summary>
    public SnapshotReader? Reader => lease.Value;

    /// <summary>For whom it is.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Viewer Viewer => viewer.Viewer ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What kept answers are told apart by beside the snapshot.</summary>
    public string Key => viewer.Key;

    public SnapshotInfo? Info => lease.Value?.Info;

    /// <summary>The id that the URL pins; null when it pins none.</summary>
    public string? Pinned => PinnedBy(http.HttpContext);

    /// <summary>Whether the URL pins a snapshot that does not exist (any more).</summary>
    public bool PinnedIsUnknown => Pinned is not null && Reader is null && viewer.Viewer is not null;

    public void Dispose()
    {
        if (lease.IsValueCreated)
        {
            lease.Value?.Dispose();
        }
    }

    private static SnapshotReader? Lease(SnapshotStore store, Viewer viewer, HttpContext? context) =>
        PinnedBy(context) is { } id ? store.Lease(viewer, id) : store.Lease(viewer);

    private static string? PinnedBy(HttpContext? context) =>
        context?.Request.Query[Parameter].FirstOrDefault() is { Length: > 0 } id ? id : null;
}
