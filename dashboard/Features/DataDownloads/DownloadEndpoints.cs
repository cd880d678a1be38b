using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Exports;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.Features.DataDownloads;

/// <summary>/data/downloads/FORMAT.zip: the packed exports themselves.</summary>
public static class DownloadEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static string PathOf(ExportFormat format) => $"/data/downloads/{ExportShelf.Word(format)}.zip";

    public static void MapDownloads(this WebApplication app)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            app.MapMethods(PathOf(format), Methods, (HttpContext http, RequestSnapshot snapshot, ExportShelf shelf) => Answer(http, snapshot, shelf, format))
                .Rule(Rule.Research)
                .ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Answer(HttpContext http, RequestSnapshot snapshot, ExportShelf shelf, ExportFormat format)
    {
        if (snapshot.Reader is not { } reader)
        {
            return Results.Text(
                Language.Text("没有这份数据快照。", "There is no such snapshot."), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        try
        {
            var export = await shelf.OfAsync(reader, format, http.RequestAborted);
            return Results.File(
                export.Path, "application/zip", ExportShelf.Name(reader.Info, format),
                entityTag: new EntityTagHeaderValue($"\"{export.Sha256[..16]}\""), enableRangeProcessing: true);
        }
        catch (InvalidOperationException tooLarge)
        {
            return Results.Text(Failures.Half(tooLarge.Message), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }
    }
}
