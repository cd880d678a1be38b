using System.Globalization;

namespace LearningCity.Dashboard.Hosting;

/// <summary>What every page, figure and answer shares: snapshots, language, caching, errors, headers, log.</summary>
public static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder, StartOptions start)
    {
        builder.WebHost.UseUrls([.. Loopback.Addresses(builder.Configuration)]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(start.Folder);
    }

    public static void UseHosting(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var language = Language.Of(context.Request);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
            return next(context);
        });
    }

    public static async Task<int> ServeAsync(this WebApplication app, StartOptions start)
    {
        _ = start;
        await app.RunAsync();
        return 0;
    }
}
