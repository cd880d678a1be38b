using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as a file to keep.</summary>
public static class RowFiles
{
    /// <summary>A name that says what, which round and which snapshot; synthetic scores are marked in it.</summary>
    public static string Name(string route, string? round, SnapshotInfo snapshot) =>
        string.Join('-', new[] { route, round, snapshot.Id, snapshot.Sample ? "示例数据" : null }.Where(part => part is not null));

    /// <param name="format">csv or parquet.</param>
    public static FileContentHttpResult Of(RowSelection selection, string format, string name) => format == "csv"
        ? TypedResults.File(Csv(selection), CsvRows.ContentType, name + ".csv")
        : TypedResults.File(Parquet(selection), ParquetRows.ContentType, name + ".parquet");

    private static byte[] Csv(RowSelection selection)
    {
        using var stream = new MemoryStream();
        CsvRows.Write(stream, selection);
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
