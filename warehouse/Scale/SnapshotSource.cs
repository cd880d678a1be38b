using System.Net.Http.Headers;
using System.Net.Http.Json;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Scale;

/// <summary>Where published snapshots are to be had: a data folder, or another dashboard.</summary>
/// <param name="Name">As it was given, for people.</param>
/// <param name="Current">The snapshot served there now; null while there is none.</param>
/// <param name="Open">The bytes of a snapshot by its id.</param>
public sealed record SnapshotSource(
    string Name, Func<CancellationToken, Task<SnapshotInfo?>> Current, Func<string, CancellationToken, Task<Stream>> Open)
{
    /// <summary>Below this path a dashboard hands out snapshots.</summary>
    public const string Path = "/replica";

    /// <summary>A data folder, on this machine or mounted from another.</summary>
    public static SnapshotSource Folder(DataFolder folder) => new(
        folder.Root,
        _ => Task.FromResult(CurrentFile.Read(folder)?.Snapshot),
        (id, _) => Task.FromResult<Stream>(File.OpenRead(folder.SnapshotFile(id))));

    /// <summary>Another dashboard.</summary>
    /// <param name="client">Should follow no redirect: it would carry the key along.</param>
    /// <param name="key">What that dashboard asks for.</param>
    public static SnapshotSource Dashboard(HttpClient client, Uri address, string key)
    {
        async Task<HttpResponseMessage> Ask(string path, CancellationToken stop)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"{Path}/{path}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }

        return new(
            address.ToString(),
            async stop =>
            {
                using var answer = await Ask("current.json", stop);
                answer.EnsureSuccessStatusCode();
                return answer.StatusCode == System.Net.HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<SnapshotInfo>(stop);
            },
            async (id, stop) =>
            {
                var answer = await Ask($"wh-{id}.duckdb", stop);
                answer.EnsureSuccessStatusCode();
                return await answer.Content.ReadAsStreamAsync(stop);
            });
    }
}
