using System.Security.Cryptography;
using System.Text;
using LearningCity.Warehouse.Snapshots;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.Hosting;

/// <summary>An answer that follows from the snapshot, the viewer, the URL, the language and the build alone is computed once: the server keeps it,
/// and a browser that has it is told so (304). A pinned snapshot never changes, so its answers need not be asked for again.</summary>
public static class SnapshotCaching
{
    /// <summary>Changes with every build whose code could answer differently.</summary>
    private static readonly string Build =
        $"{typeof(SnapshotCaching).Module.ModuleVersionId:N}{typeof(SnapshotReader).Module.ModuleVersionId:N}";

    /// <summary>Declares that the endpoint's answers depend on nothing but snapshot, URL and language.
    /// Pages must also disable antiforgery, whose cookie would forbid keeping them.</summary>
    public static TBuilder CachedBySnapshot<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints
            .WithMetadata(new CachedBySnapshotAttribute())
            .CacheOutput(policy => policy.AddPolicy<SnapshotCachePolicy>(), excludeDefaultPolicy: true);

    public static void AddSnapshotCaching(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = 48 << 20;
        options.MaximumBodySize = 8 << 20;
        options.DefaultExpirationTimeSpan = TimeSpan.FromDays(1);
    });

    public static void UseSnapshotCaching(this IApplicationBuilder app)
    {
        app.Use(async (context, next) =>
        {
            var snapshot = context.RequestServices.GetRequiredService<RequestSnapshot>();
            if (Applies(context) && snapshot.Info is { } info)
            {
                var tag = Tag(context.Request, info.Id, snapshot.Key);
                context.Response.OnStarting(() => Declare(context.Response, tag, info.Id, snapshot.Pinned is not null));
                if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }

            await next(context);
        });
        app.UseOutputCache();
    }

    private static bool Applies(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<CachedBySnapshotAttribute>() is not null && metadata.GetMetadata<LiveAttribute>() is null;

    private static EntityTagHeaderValue Tag(HttpRequest request, string snapshot, string viewer)
    {
        var text = $"{Build} {snapshot} {viewer} {Language.Current} {request.Path}{request.QueryString}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
        return new EntityTagHeaderValue($"\"{hash}\"", isWeak: true);
    }

    private static Task Declare(HttpResponse response, EntityTagHeaderValue tag, string snapshot, bool pinned)
    {
        response.Headers["X-Snapshot"] = snapshot;
        response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie, Authorization");
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = pinned ? "private, max-age=31536000, immutable" : "private, no-cache";
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
