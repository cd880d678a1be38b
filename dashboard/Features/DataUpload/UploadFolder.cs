using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Features.DataUpload;

/// <summary>Uploads in <c>uploads/</c> of the data folder: each in a folder of its own with its files under numbers and what became of them in
/// <c>upload.json</c>, replaced in one step.</summary>
public sealed partial class UploadFolder(DataFolder folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _gate = new();

    private string Root => Path.Combine(folder.Root, "uploads");

    /// <summary>Days that an upload is kept which nobody loaded: not confirmed, withdrawn or failed.</summary>
    public const int DaysUnloaded = 14;

    /// <summary>Days that one is kept which was loaded; its files stay in the archive, and what was done in the audit trail.</summary>
    public const int DaysLoaded = 180;

    /// <summary>Uploads, newest first.</summary>
    public IReadOnlyList<Upload> List() => Directory.Exists(Root)
        ? [.. Directory.EnumerateDirectories(Root).Select(d => Find(Path.GetFileName(d))).OfType<Upload>().OrderByDescending(u => u.At)]
        : [];

    /// <returns>Null when there is none of that id.</returns>
    public Upload? Find(string? id)
    {
        if (id is null || !Id().IsMatch(id))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(Path.Combine(Root, id, "upload.json")), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Create(Upload upload, IReadOnlyList<byte[]> files)
    {
        AccountFile.CreatePrivate(Root);
        AccountFile.CreatePrivate(Path.Combine(Root, upload.Id));
        foreach (var (n, content) in files.Index())
        {
            File.WriteAllBytes(PathOf(upload.Id, n), content);
        }

        Write(upload);
    }

    /// <summary>Changes an upload that is in one of the states; false when it is in another, and nothing was changed.</summary>
    public bool Change(string id, Func<Upload, Upload> change, params UploadState[] from)
    {
        lock (_gate)
        {
            if (Find(id) is not { } upload || (from.Length > 0 && !from.Contains(upload.State)))
            {
                return false;
            }

            Write(change(upload));
            return true;
        }
    }

    /// <summary>Removes what is past its days, and what a stop left half made. One that is being worked on is never touched.</summary>
    /// <returns>How many.</returns>
    public int RemoveOld(DateTimeOffset now)
    {
        var removed = 0;
        foreach (var place in Directory.Exists(Root) ? new DirectoryInfo(Root).GetDirectories() : [])
        {
            lock (_gate)
            {
                if (Find(place.Name) is { } upload
                    ? !upload.Busy && upload.At < now.AddDays(upload.State == UploadState.Loaded ? -DaysLoaded : -DaysUnloaded)
                    : place.LastWriteTimeUtc < now.UtcDateTime.AddDays(-1))
                {
                    place.Delete(recursive: true);
                    removed++;
                }
            }
        }

        return removed;
    }

    /// <summary>The files as the loader takes them.</summary>
    public IReadOnlyList<Etl.Loading.Upload> Contents(Upload upload) =>
        [.. upload.Files.Select((f, n) => new Etl.Loading.Upload(f.Name, File.ReadAllBytes(PathOf(upload.Id, n))))];

    /// <summary>Where the copy of a file with its faults marked is.</summary>
    public string ReturnOf(string id, int number) => Path.Combine(Root, id, number.ToString(CultureInfo.InvariantCulture) + ".return.xlsx");

    private string PathOf(string id, int number) => Path.Combine(Root, id, number.ToString(CultureInfo.InvariantCulture) + ".file");

    private void Write(Upload upload)
    {
        var path = Path.Combine(Root, upload.Id, "upload.json");
        File.WriteAllBytes(path + ".tmp", JsonSerializer.SerializeToUtf8Bytes(upload, Json));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Id();
}
