using System.Text.RegularExpressions;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Hosting;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Data;

/// <summary>Source files as they were archived. A file is named by the hash of its content alone, and only one that a load of the snapshot in
/// view has read is handed out, as a download that a browser neither shows nor runs.</summary>
public static partial class SourceFiles
{
    private const string Prefix = "/data/files/";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static string PathOf(string sha256) => Prefix + sha256;

    public static bool IsHash(string text) => Hash().IsMatch(text);

    public static void MapSourceFiles(this WebApplication app) =>
        app.MapMethods(Prefix + "{sha256}", Methods, Answer).Rule(Rule.Sources).ExcludeFromDescription();

    private static IResult Answer(HttpContext http, RequestSnapshot snapshot, SnapshotStore store, string sha256)
    {
        var file = snapshot.Reader is { } reader && IsHash(sha256) ? Loads.File(reader, sha256) : null;
        // What stands in the log comes from a file's name; nothing but a plain ending may become part of a path.
        var path = file is not null && Ending().IsMatch(file.Extension) ? FileArchive.PathOf(store.Serving(), sha256, file.Extension) : null;
        http.Response.Headers.CacheControl = "no-store";
        if (!File.Exists(path))
        {
            return Results.Text(
                Language.Text("归档中没有这个文件。", "There is no such file in the archive."), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(path, "application/octet-stream", Path.GetFileName(file!.FileName));
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^(\.[a-z0-9]{1,7})?$")]
    private static partial Regex Ending();
}
