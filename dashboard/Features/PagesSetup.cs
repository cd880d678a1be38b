using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Layout;
using LearningCity.Dashboard.Components.Tables.Files;
using LearningCity.Dashboard.Features.Data;
using LearningCity.Dashboard.Features.DataDownloads;
using LearningCity.Dashboard.Features.DataSnapshots;
using LearningCity.Dashboard.Features.DataUpload;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Reports.Serving;

namespace LearningCity.Dashboard.Features;

/// <summary>The pages: Razor components rendered on the server, without interactivity.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<PageContext>();
        services.AddSingleton<ExportShelf>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<UploadWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadWorker>());
        services.AddHostedService<UploadCleaner>();
        services.AddReports();

        // Otherwise every Chinese character would be written as an entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.Use(RememberLanguage);
        app.MapStaticAssets().Rule(Rule.Anyone);
        app.MapSourceFiles();
        app.MapDataTables();
        app.MapDiffChoice();
        app.MapDownloads();
        app.MapUploads();
        app.MapReports();
        var pages = app.MapRazorComponents<App>().DisableAntiforgery().WithTableFiles().CachedBySnapshot();
        pages.Add(PageRules.Set);
        return app;
    }

    /// <summary>?lang= is kept in a cookie, so that the next page speaks the same language.</summary>
    private static Task RememberLanguage(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query[Language.Parameter] is [{ Length: > 0 }] && context.Request.Cookies[Language.Parameter] != Language.Current)
        {
            context.Response.Cookies.Append(Language.Parameter, Language.Current, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                IsEssential = true,
            });
        }

        return next(context);
    }
}
