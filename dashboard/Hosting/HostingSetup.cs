using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace LearningCity.Dashboard.Hosting;

/// <summary>What every page, figure and answer shares: snapshots, language, caching, errors, headers, log.</summary>
public static class HostingSetup
{
    /// <summary>Far more than any form or query has; uploads say their own.</summary>
    private const long LargestBody = 1 << 20;

    public static void AddHosting(this WebApplicationBuilder builder, StartOptions start, AccessOptions access)
    {
        builder.AddLog(start.Folder);
        builder.WebHost.UseUrls([.. Loopback.Addresses(builder.Configuration)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Configuration.AddInMemoryCollection(
            builder.Configuration["AllowedHosts"] is null && !access.Accounts ? [new("AllowedHosts", "localhost;127.0.0.1;[::1]")] : []);

        var services = builder.Services;
        services.AddSingleton(start.Folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SnapshotStore(start.Folder, provider.GetRequiredService<TimeProvider>(), start.Sample));
        services.AddHttpContextAccessor();
        services.AddScoped<RequestSnapshot>();
        services.AddFailures();
        services.AddSnapshotCaching();
        // Without this, Chinese leaves as character entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options => options.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/vnd.apache.parquet"]);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.Use((context, next) =>
        {
            var language = Language.Of(context.Request);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
            return next(context);
        });
        app.UseFailures();
        app.UseAccess();
        app.UseExportTrail();
        app.UseSnapshotCaching();
        // Behind the kept answers, so that they are kept compressed.
        app.UseResponseCompression();
        app.MapHealth();
    }
}
