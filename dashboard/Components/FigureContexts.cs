using LearningCity.Dashboard.Figures;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Components;

/// <summary>What the figures of a page are told of the page.</summary>
public static class FigureContexts
{
    /// <param name="round">The round shown; null for figures over rounds.</param>
    /// <param name="filters">The filters in words.</param>
    /// <param name="parameters">The filters as the figure's own address takes them.</param>
    public static FigureContext Of(PageReading reading, Round? round, string? filters, params (string Key, string? Value)[] parameters)
    {
        var query = new PageUrl("", [.. parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!))]).With();
        var url = reading.Url;
        return new FigureContext(
            reading.Text.IsChinese ? FigureLanguage.Zh : FigureLanguage.En, reading.Snapshot.Info.Id, reading.Snapshot.Info.Sample,
            round?.Code, round is null ? null : reading.Name(round), filters, query.TrimStart('?'))
        {
            Viewer = reading.Snapshot.Viewer.Key,
            DistrictLink = code => url.To("/districts/" + code),
            IndicatorLink = code => url.To("/indicators/" + code),
        };
    }
}
