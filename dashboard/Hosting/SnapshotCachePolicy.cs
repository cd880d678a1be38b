using Microsoft.AspNetCore.OutputCaching;

namespace LearningCity.Dashboard.Hosting;

/// <summary>Keys kept answers by snapshot and language beside the URL. The snapshot is the one that the request has leased, so an answer
/// can never be kept under another snapshot's id.</summary>
public sealed class SnapshotCachePolicy : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var info = context.HttpContext.RequestServices.GetRequiredService<RequestSnapshot>().Info;
        context.EnableOutputCaching = context.EnableOutputCaching && info is not null
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LiveAttribute>() is null;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["snapshot"] = info?.Id ?? "";
        context.CacheVaryByRules.VaryByValues["language"] = Language.Current;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
