using LearningCity.Dashboard.Api.Writing;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.SqlConsole.Writing;

/// <summary>A form that a result can be fetched in.</summary>
/// <param name="Name">Value of the parameter <c>format</c>, and the ending of the file.</param>
internal sealed record ResultFormat(string Name, string ContentType, Func<SqlResult, string, bool, Stream, CancellationToken, Task> WriteAsync)
{
    public static readonly ResultFormat Json = new("json", "application/json; charset=utf-8", JsonResult.WriteAsync);

    public static readonly ResultFormat Csv = new("csv", CsvRows.ContentType, (result, _, _, to, cancel) => CsvResult.WriteAsync(result, to, cancel));

    public static readonly ResultFormat Parquet =
        new("parquet", ParquetRows.ContentType, (result, _, _, to, cancel) => ParquetResult.WriteAsync(result, to, cancel));

    private static readonly ResultFormat[] All = [Json, Csv, Parquet];

    public static string Names => string.Join(", ", All.Select(f => f.Name));

    /// <summary>The form asked for by name, else by the Accept header, else JSON; null when the name is none of them.</summary>
    public static ResultFormat? Of(string? name, IList<MediaTypeHeaderValue> accept) =>
        !string.IsNullOrEmpty(name) ? All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        : accept.OrderByDescending(a => a.Quality ?? 1)
            .Select(a => All.FirstOrDefault(f => f.ContentType.StartsWith(a.MediaType.ToString(), StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(f => f is not null) ?? Json;
}
