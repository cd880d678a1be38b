using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures;
using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Notebooks;

/// <summary>The figures of the house, by the address they have on the dashboard.</summary>
internal static class DrawnFigures
{
    /// <param name="address">As in <c>/figures/NAME.svg?…</c>, without folder and extension: <c>gaps?round=2026</c>.</param>
    /// <exception cref="CellException">There is no such figure, or a parameter is wrong; the message names what there is.</exception>
    public static Figure Of(string address, SnapshotReader snapshot, SnapshotStore store)
    {
        var (name, query) = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        var entry = FigureCatalog.Find(name) ?? throw new CellException(
            "Figure", $"没有图 {name}。| There is no figure {name}: {string.Join(' ', FigureCatalog.All.Select(f => f.Name))}");
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        var asked = new Asked(snapshot, store);
        var faults = ParameterReader.Read(request, asked, entry.Parameters);
        return faults.Count == 0
            ? entry.Ask(asked, Context(snapshot, asked.Round?.Code))
            : throw new CellException("Figure", string.Join('\n', faults.Select(f => f.Message)));
    }

    /// <summary>What stands below each figure of a notebook: in Chinese, with the source and the mark of the sample.</summary>
    public static FigureContext Context(SnapshotReader snapshot, string? round) => new(
        FigureLanguage.Zh, PinnedSample.Label(snapshot), snapshot.Info.Sample, round, round is null ? null : snapshot.Catalog.Round(round)?.NameZh ?? round);
}
