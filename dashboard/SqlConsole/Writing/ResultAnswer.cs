using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>Sends a result and lets go of it.</summary>
internal sealed class ResultAnswer(SqlResult result, SnapshotInfo snapshot, ResultFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        await using (result)
        {
            var headers = http.Response.Headers;
            headers["X-Snapshot"] = snapshot.Id;
            headers["X-Truncated"] = result.End.Truncated ?? "no";
            headers.CacheControl = "no-store";
            http.Response.ContentType = format.ContentType;
            if (format != ResultFormat.Json || http.Request.HasFormContentType)
            {
                var sample = snapshot.Sample ? "sample-" : "";
                headers.ContentDisposition = $"attachment; filename=\"learningcity-{sample}{snapshot.Id}.{format.Name}\"";
            }

            try
            {
                await format.WriteAsync(result, snapshot.Id, snapshot.Sample, http.Response.Body, http.RequestAborted);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The asker has gone.
            }
        }
    }
}
