using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Etl.Commands;
using Language = LearningCity.Dashboard.Hosting.Language;

namespace LearningCity.Dashboard.Reports.Serving;

/// <summary>The addresses of reports: /reports/ROUND/DISTRICT.docx, /reports/ROUND/summary.docx, /reports/ROUND/annex.xlsx, /reports/ROUND.zip.</summary>
public static class ReportEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportShelf>();

    public static string District(string round, string district) => $"/reports/{Uri.EscapeDataString(round)}/{Uri.EscapeDataString(district)}.docx";

    public static string Summary(string round) => $"/reports/{Uri.EscapeDataString(round)}/summary.docx";

    public static string Annex(string round) => $"/reports/{Uri.EscapeDataString(round)}/annex.xlsx";

    public static string All(string round) => $"/reports/{Uri.EscapeDataString(round)}.zip";

    public static void MapReports(this WebApplication app)
    {
        app.MapMethods("/reports/{round}/{district}.docx", Methods, (HttpContext http, RequestSnapshot snapshot, ReportShelf shelf, string round, string district) =>
            Answer(http, snapshot, shelf, round, district, ".docx")).Rule(Rule.City).ExcludeFromDescription();
        app.MapMethods("/reports/{round}/summary.docx", Methods, (HttpContext http, RequestSnapshot snapshot, ReportShelf shelf, string round) =>
            Answer(http, snapshot, shelf, round, null, ".docx")).Rule(Rule.City).ExcludeFromDescription();
        app.MapMethods("/reports/{round}/annex.xlsx", Methods, (HttpContext http, RequestSnapshot snapshot, ReportShelf shelf, string round) =>
            Answer(http, snapshot, shelf, round, null, ".xlsx")).Rule(Rule.City).ExcludeFromDescription();
        app.MapMethods("/reports/{round}.zip", Methods, (HttpContext http, RequestSnapshot snapshot, ReportShelf shelf, string round) =>
            Answer(http, snapshot, shelf, round, null, ".zip")).Rule(Rule.City).ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(HttpContext http, RequestSnapshot snapshot, ReportShelf shelf, string round, string? district, string extension)
    {
        if (snapshot.Reader is not { } reader)
            return Say(Language.Text("没有这份数据快照。", "There is no such snapshot."), StatusCodes.Status404NotFound);

        try
        {
            var (report, refused) = await shelf.OfAsync(reader, round, district, extension, Text.Current, http.RequestAborted);
            if (report is null)
                return Say(Language.Text(refused!.Zh, refused.En), StatusCodes.Status404NotFound);

            // The language is chosen by cookie as well as by address.
            http.Response.Headers.Append("Vary", "Cookie");
            return Results.File(report.Path, ContentType(extension), report.Name, enableRangeProcessing: true);
        }
        catch (UsageException unwritable)
        {
            Serilog.Log.Error(unwritable, "A report of round {Round} cannot be written", round);
            return Say(
                Language.Text("报告写不出来，原因已记入日志。", "The report cannot be written; the log says why."), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Say(string sentence, int status) => Results.Text(sentence, "text/plain; charset=utf-8", statusCode: status);

    private static string ContentType(string extension) => extension switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => Api.Writing.XlsxRows.ContentType,
        _ => "application/zip",
    };
}
