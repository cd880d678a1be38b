using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Mvc;

namespace LearningCity.Dashboard.Features.DataUpload;

/// <summary>/data/upload: files in, a preview, and on its sender's word into the store. A steward publishes.</summary>
public static class UploadEndpoints
{
    public const string Path = "/data/upload";
    public const string PublishPath = "/data/publish";
    public const long MostBytes = 30_000_000;
    public const int MostFiles = 20;

    public static void MapUploads(this WebApplication app)
    {
        app.MapPost(Path, SendAsync).Rule(Rule.Upload).Form().RequireRateLimiting(RateLimits.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes + (1 << 20))).WithFormOptions(multipartBodyLengthLimit: MostBytes + (1 << 20)).ExcludeFromDescription();
        app.MapPost(Path + "/{id}/accept", Accept).Rule(Rule.Upload).Form().ExcludeFromDescription();
        app.MapPost(Path + "/{id}/discard", Discard).Rule(Rule.Upload).Form().ExcludeFromDescription();
        app.MapGet(Path + "/{id}/{number:int:min(1)}.xlsx", Returned).Rule(Rule.Upload).ExcludeFromDescription();
        app.MapPost(PublishPath, PublishAsync).Rule(Rule.Steward).Form().ExcludeFromDescription();
    }

    /// <summary>Whether somebody may see an upload: a district its own, stewards all.</summary>
    public static bool Sees(Role? role, Upload upload) => role is not null && (role.District is null || role.District == upload.District);

    private static async Task<IResult> SendAsync(
        IFormFileCollection files, HttpContext http, RequestViewer viewer, UploadFolder uploads, UploadWorker worker, Auditor audit, TimeProvider time)
    {
        if (files.Count == 0)
        {
            return Wrong(Path, "upload-none");
        }

        if (files.Count > MostFiles || files.Sum(f => f.Length) > MostBytes)
        {
            return Wrong(Path, "upload-large");
        }

        if (uploads.List().Count(u => u.Busy) >= UploadWorker.MostWaiting)
        {
            return Wrong(Path, "upload-busy");
        }

        var contents = new List<byte[]>();
        foreach (var file in files)
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, http.RequestAborted);
            contents.Add(buffer.ToArray());
        }

        var upload = new Upload(
            Guid.NewGuid().ToString("N"), http.User.Identity?.Name ?? "?", viewer.Role?.District, time.GetUtcNow(),
            [.. files.Select(f => new UploadedFile(Name(f.FileName), f.Length))], UploadState.Waiting);
        audit.Record(AuditWords.Upload, upload.Id, details: ("files", string.Join(", ", upload.Files.Select(f => f.Name))));
        uploads.Create(upload, contents);
        worker.Enqueue(upload.Id);
        return Results.LocalRedirect($"{Path}/{upload.Id}");
    }

    private static IResult Accept(string id, RequestViewer viewer, UploadFolder uploads, UploadWorker worker, Auditor audit)
    {
        if (uploads.Find(id) is not { } upload || !Sees(viewer.Role, upload))
        {
            return Results.NotFound();
        }

        if (!uploads.Change(id, u => u with { State = UploadState.Accepted }, UploadState.Previewed))
        {
            return Wrong($"{Path}/{id}", "upload-state");
        }

        audit.Record(AuditWords.Upload, id, details: ("command", "accept"));
        if (!worker.Enqueue(id))
        {
            uploads.Change(id, u => u with { State = UploadState.Previewed }, UploadState.Accepted);
            return Wrong($"{Path}/{id}", "upload-busy");
        }

        return Results.LocalRedirect($"{Path}/{id}");
    }

    private static IResult Discard(string id, RequestViewer viewer, UploadFolder uploads, Auditor audit)
    {
        if (uploads.Find(id) is not { } upload || !Sees(viewer.Role, upload))
        {
            return Results.NotFound();
        }

        if (!uploads.Change(id, u => u with { State = UploadState.Discarded }, UploadState.Previewed))
        {
            return Wrong($"{Path}/{id}", "upload-state");
        }

        audit.Record(AuditWords.Upload, id, details: ("command", "discard"));
        return Results.LocalRedirect($"{Path}/{id}?{AccessEndpoints.Done}=discarded");
    }

    private static IResult Returned(string id, int number, HttpContext http, RequestViewer viewer, UploadFolder uploads)
    {
        http.Response.Headers.CacheControl = "no-store";
        return uploads.Find(id) is { } upload && Sees(viewer.Role, upload) && number <= upload.Files.Count && upload.Files[number - 1].Returned
            ? Results.File(
                uploads.ReturnOf(id, number - 1), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Etl.Watching.ReturnFile.NameFor(upload.Files[number - 1].Name))
            : Results.NotFound();
    }

    private static async Task<IResult> PublishAsync(UploadWorker worker, SnapshotStore snapshots, Auditor audit, HttpContext http)
    {
        audit.Record(AuditWords.Publish, details: ("command", "publish"));
        var (published, refused) = await worker.PublishAsync(http.RequestAborted);
        if (published is null)
        {
            return Wrong(Path, refused!);
        }

        audit.Record(AuditWords.Publish, published.Id);
        snapshots.Refresh();
        return Results.LocalRedirect($"{Path}?{AccessEndpoints.Done}=published");
    }

    private static IResult Wrong(string path, string code) => Results.LocalRedirect($"{path}?{AccessEndpoints.Wrong}={code}");

    /// <summary>The name alone, whatever path a browser sends along, without what would break a line.</summary>
    private static string Name(string name)
    {
        var bare = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]);
        return bare.Length == 0 ? "?" : bare.Length <= 150 ? bare : bare[..100] + bare[^50..];
    }
}
