using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as a file to keep.</summary>
public static class RowFiles
{
    /// <summary>A name that says what, which round and which snapshot; synthetic scores are marked in it.</summary>
    public static string Name(string route, string? round, SnapshotInfo snapshot) =>
        string.Join('-', new[] { route, round, snapshot.Id, snapshot.Sample ? "示例数据" : null }.Where(part => part is not null));

    /// <param name="format">csv, parquet or xlsx.</param>
    /// <param name="route">What the rows are: the first word of the file's name.</param>
    public static FileContentHttpResult Of(RowSelection selection, string format, string route, string? round, SnapshotInfo snapshot)
    {
        var name = Name(route, round, snapshot);
        return format switch
        {
            "csv" => TypedResults.File(Csv(selection), CsvRows.ContentType, name + ".csv"),
            "xlsx" => TypedResults.File(Xlsx(selection, route, snapshot), XlsxRows.ContentType, name + ".xlsx"),
            _ => TypedResults.File(Parquet(selection), ParquetRows.ContentType, name + ".parquet"),
        };
    }

    private static byte[] Csv(RowSelection selection)
    {
        using var stream = new MemoryStream();
        CsvRows.Write(stream, selection);
        return stream.ToArray();
    }

    private static byte[] Xlsx(RowSelection selection, string route, SnapshotInfo snapshot)
    {
        using var stream = new MemoryStream();
        XlsxRows.Write(stream, selection, route, snapshot);
        return stream.ToArray();
    }

    private static byte[] Parquet(RowSelection selection)
    {
        var path = Path.Combine(Path.GetTempPath(), $"learningcity-{Guid.NewGuid():N}.parquet");
        try
        {
            ParquetRows.Write(path, selection);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
