using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Access;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.Access;

/// <summary>Records whatever leaves as a file: exports, reports, figures, tables, source files. An answer is a file when it says what the file is
/// called, so that no endpoint has to remember; kept answers pass here too. It is recorded before the first byte goes.</summary>
public static class ExportTrail
{
    public static void UseExportTrail(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                if (IsFile(context.Response))
                {
                    var audit = context.RequestServices.GetRequiredService<Auditor>();
                    var snapshot = context.RequestServices.GetRequiredService<RequestSnapshot>().Info?.Id;
                    audit.Record(
                        AuditWords.Export, snapshot, details: [("file", NameOf(context.Response)), ("address", context.Request.Path + context.Request.QueryString)]);
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <summary>Whether it is one from its beginning: later parts of a download that was broken off are of the same one.</summary>
    private static bool IsFile(HttpResponse response) =>
        response.Headers.ContentDisposition.Count > 0
        && (response.StatusCode == StatusCodes.Status200OK
            || (response.StatusCode == StatusCodes.Status206PartialContent && response.Headers.ContentRange.ToString().StartsWith("bytes 0-", StringComparison.Ordinal)));

    private static string? NameOf(HttpResponse response) =>
        ContentDispositionHeaderValue.TryParse(response.Headers.ContentDisposition.ToString(), out var said)
            ? (said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value
            : null;
}
