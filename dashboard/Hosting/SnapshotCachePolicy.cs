using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace LearningCity.Dashboard.Hosting;

/// <summary>Keys kept answers by snapshot, viewer, language and encoding beside the URL. The snapshot is the one that the request has leased, so an answer
/// can never be kept under another snapshot's id. Takes the place of the framework's own policy, which keeps nothing for people who are signed in,
/// in local mode too: here the class of viewers is part of the key, and no kept page names its reader.</summary>
public sealed class SnapshotCachePolicy(IResponseCompressionProvider compression) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var snapshot = http.RequestServices.GetRequiredService<RequestSnapshot>();
        var info = snapshot.Info;
        context.EnableOutputCaching = info is not null && http.GetEndpoint()?.Metadata.GetMetadata<LiveAttribute>() is null;
        context.AllowCacheLookup = context.AllowCacheStorage =
            context.EnableOutputCaching && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        context.AllowLocking = true;
        context.CacheVaryByRules.VaryByValues["viewer"] = snapshot.Key;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["snapshot"] = info?.Id ?? "";
        context.CacheVaryByRules.VaryByValues["language"] = Language.Current;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>How the answer is compressed: one of the few ways there are, whatever the request's wording. Over https nothing is.</summary>
    private string Encoding(HttpContext http) =>
        http.Request.IsHttps || !compression.CheckRequestAcceptsCompression(http) ? "" : compression.GetCompressionProvider(http)?.EncodingName ?? "";
}
