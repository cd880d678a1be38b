using Microsoft.AspNetCore.OutputCaching;

namespace LearningCity.Dashboard.Hosting;

/// <summary>Keys kept answers by snapshot, viewer and language beside the URL. The snapshot is the one that the request has leased, so an answer
/// can never be kept under another snapshot's id.</summary>
public sealed class SnapshotCachePolicy : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var snapshot = context.HttpContext.RequestServices.GetRequiredService<RequestSnapshot>();
        var info = snapshot.Info;
        context.EnableOutputCaching = context.EnableOutputCaching && info is not null
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LiveAttribute>() is null;
        // The framework keeps nothing for people who are signed in; here the viewer is part of the key.
        context.AllowCacheLookup = context.AllowCacheStorage = context.EnableOutputCaching
            && (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method));
        context.CacheVaryByRules.VaryByValues["viewer"] = snapshot.Key;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["snapshot"] = info?.Id ?? "";
        context.CacheVaryByRules.VaryByValues["language"] = Language.Current;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
