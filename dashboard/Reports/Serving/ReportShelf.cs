using System.Collections.Concurrent;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Dashboard.Reports.Serving;

/// <summary>A report that stands ready.</summary>
/// <param name="Name">What it is called when it is taken away.</param>
public sealed record ShelvedReport(string Path, string Name);

/// <summary>Reports to take away: each is built once for a snapshot, class of viewers, language and build of the program, when first asked for, and kept until the snapshot goes.</summary>
public sealed class ReportShelf(DataFolder folder, SnapshotStore store) : IDisposable
{
    /// <summary>Of the program: another one may say other things of the same data.</summary>
    private static readonly string Build = typeof(ReportShelf).Module.ModuleVersionId.ToString("N")[..8];

    private readonly ConcurrentDictionary<string, Lazy<Task<ShelvedReport>>> reports = new(StringComparer.Ordinal);

    /// <summary>Building one takes a processor and memory; pages go first.</summary>
    private readonly SemaphoreSlim oneAtATime = new(1);

    private string Folder => Path.Combine(folder.Root, "reports");

    /// <summary>A report of a snapshot; those who ask at once wait for the same one.</summary>
    /// <param name="district">Null for the city's.</param>
    /// <param name="extension">.docx, .xlsx or .zip.</param>
    /// <returns>The file, or why there is none.</returns>
    public async Task<(ShelvedReport? Report, Stop? Refused)> OfAsync(
        SnapshotReader snapshot, string round, string? district, string extension, Text text, CancellationToken cancel)
    {
        // What a visitor typed becomes part of a file's name only after the catalog knows it.
        if (RoundReports.Refusal(snapshot, round) is { } unknown)
            return (null, unknown);
        if (district is not null && RoundReports.Refusal(snapshot, round, district) is { } absent)
            return (null, absent);

        var key = $"{Build}-{snapshot.Info.Id}-{snapshot.Viewer.Key}-{Hash(round)}-{(district is null ? "city" : Hash(district))}-{text.Code}{extension}";
        var report = reports.GetOrAdd(key, _ => new Lazy<Task<ShelvedReport>>(() => BuildAsync(snapshot.Viewer, snapshot.Info.Id, round, snapshot.Catalog.District(district ?? ""), extension, text, key)));
        try
        {
            var found = await report.Value.WaitAsync(cancel);
            if (File.Exists(found.Path))
                return (found, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            reports.TryRemove(new(key, report));
            throw;
        }

        // Somebody emptied the folder.
        reports.TryRemove(new(key, report));
        return await OfAsync(snapshot, round, district, extension, text, cancel);
    }

    public void Dispose() => oneAtATime.Dispose();

    private Task<ShelvedReport> BuildAsync(Viewer viewer, string id, string round, District? district, string extension, Text text, string key)
    {
        // Held until it is built, however long the one who asked first stays.
        var snapshot = store.Lease(viewer, id) ?? throw new IOException($"Snapshot {id} is gone");
        return Task.Run(
            async () =>
            {
                using (snapshot)
                    return await WriteAsync(snapshot, round, district, extension, text, key);
            },
            CancellationToken.None);
    }

    private async Task<ShelvedReport> WriteAsync(SnapshotReader snapshot, string round, District? district, string extension, Text text, string key)
    {
        await oneAtATime.WaitAsync();
        try
        {
            var all = RoundReports.Open(snapshot, store, round, text).Reports!;
            var path = Path.Combine(Folder, key);
            var report = new ShelvedReport(path, all.NameOf(district, extension));
            if (File.Exists(path))
                return report;

            RemoveOld(Directory.CreateDirectory(Folder));
            ReportTarget.Save(path, stream =>
            {
                if (district is not null)
                    all.WriteDistrict(district, stream);
                else if (extension == ".zip")
                    all.WriteAll(stream);
                else if (extension == ".xlsx")
                    all.WriteAnnex(stream);
                else
                    all.WriteSummary(stream);
            });
            Log.Information("Wrote the report {Report} of snapshot {Snapshot}", report.Name, snapshot.Info.Id);
            return report;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>A report goes when its snapshot has gone or the program is another; so do the halves that a killed dashboard left.</summary>
    private void RemoveOld(DirectoryInfo reportFolder)
    {
        var kept = SnapshotFiles.List(folder).Concat(SnapshotFiles.List(folder.Sample)).Select(s => $"{Build}-{s.Id}-").ToArray();
        foreach (var file in reportFolder.EnumerateFiles())
        {
            if (file.Extension == ".tmp" ? file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1) : !kept.Any(k => file.Name.StartsWith(k, StringComparison.Ordinal)))
                file.Delete();
        }
    }

    private static string Hash(string code) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)).AsSpan(0, 6));
}
