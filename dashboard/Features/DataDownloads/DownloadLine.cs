using LearningCity.Warehouse.Exports;
using LearningCity.Warehouse.Snapshots;
using Serilog;

namespace LearningCity.Dashboard.Features.DataDownloads;

/// <summary>One format to take away.</summary>
/// <param name="Export">Null while it is being written, or where it cannot be.</param>
/// <param name="Refused">Why it cannot be; null otherwise.</param>
public sealed record DownloadLine(ExportFormat Format, PackedExport? Export, string? Refused)
{
    /// <summary>Long enough for what is packed already; who comes first sees at once that the packing goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>The formats in the order in which most people want them.</summary>
    private static readonly ExportFormat[] Order = [ExportFormat.Xlsx, ExportFormat.Csv, ExportFormat.Parquet, ExportFormat.Snapshot];

    /// <summary>All formats. Those that are not ready soon go on being written and are said to be.</summary>
    public static async Task<IReadOnlyList<DownloadLine>> ReadAsync(ExportShelf shelf, SnapshotReader snapshot, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var asked = Order.Select(format => OfAsync(shelf, snapshot, format, patience.Token)).ToArray();
        return await Task.WhenAll(asked);
    }

    private static async Task<DownloadLine> OfAsync(ExportShelf shelf, SnapshotReader snapshot, ExportFormat format, CancellationToken patience)
    {
        try
        {
            return new DownloadLine(format, await shelf.OfAsync(snapshot, format, patience), null);
        }
        catch (OperationCanceledException)
        {
            return new DownloadLine(format, null, null);
        }
        catch (InvalidOperationException tooLarge)
        {
            return new DownloadLine(format, null, tooLarge.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDB.NET.Data.DuckDBException)
        {
            Log.Error(e, "Snapshot {Snapshot} cannot be exported as {Format}", snapshot.Info.Id, format);
            return new DownloadLine(format, null, "导出文件写不出来，原因已记入日志 | The export cannot be written; the log says why");
        }
    }
}
