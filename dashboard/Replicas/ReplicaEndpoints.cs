using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Scale;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Replicas;

/// <summary>/replica: snapshots as they are, for dashboards that hold the key. Without a key there is no such address.</summary>
public static class ReplicaEndpoints
{
    public static void MapReplicas(this WebApplication app)
    {
        if (ReplicaKey.Of(app.Configuration) is not { } key)
        {
            return;
        }

        // The key is the rule here, whatever rule there is for people.
        var group = app.MapGroup(SnapshotSource.Path).Rule(Rule.Anyone).ExcludeFromDescription();
        group.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return ReplicaKey.IsCarriedBy(context.HttpContext.Request, key) ? await next(context) : Results.Unauthorized();
        });
        // The sample is everybody's own.
        group.MapGet("current.json", (SnapshotStore store) => store.Current is { Sample: false } info ? Results.Json(info) : Results.NoContent());
        group.MapGet("wh-{id}.duckdb", (string id, SnapshotStore store) => SnapshotFiles.Find(store.Serving(), id) is { Sample: false } info
            ? Results.File(store.Serving().SnapshotFile(info.Id), "application/octet-stream", enableRangeProcessing: true)
            : Results.NotFound());
    }
}
