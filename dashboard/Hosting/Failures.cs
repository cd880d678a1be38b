using Microsoft.AspNetCore.Diagnostics;

namespace LearningCity.Dashboard.Hosting;

/// <summary>What happens when a request fails: one event in the log, a problem for the API, the designed page for people.
/// The request's id is in all three and in the header X-Request-Id; a stack trace only in the log.</summary>
public static class Failures
{
    /// <summary>Where pages that fail or are not found are shown again; the pages area maps it.</summary>
    public const string PagePattern = "/error/{0}";

    public static void AddFailures(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureHandler>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier;
        });
    }

    public static void UseFailures(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            AllowStatusCode404Response = true,
            // A page that fails has used up its scope: without a fresh one the page that says so fails as well, and nothing is shown.
            CreateScopeForErrors = true,
            // The handler below writes the one event of a failed request.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute(PagePattern);
        app.Use((context, next) =>
        {
            if (IsForMachines(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            // The page that says what happened to a form is read, not sent one.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }

    /// <summary>The half of a bilingual message that is in the request's language.</summary>
    public static string Half(string message) =>
        message.Split(" | ") is [var zh, var en] ? Language.Text(zh.Trim(), en.Trim()) : message;

    /// <summary>Whether a path is read by programs, so that its errors are problem details rather than pages.</summary>
    public static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/api/v1") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/figures")
        || path.StartsWithSegments("/health") || path.StartsWithSegments("/replica");
}
