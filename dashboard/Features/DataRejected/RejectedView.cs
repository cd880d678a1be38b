using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Filters;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataRejected;

/// <summary>What the page of rejected rows shows.</summary>
/// <param name="Counts">Of all loads and rules of the district in view, whatever the rest of the filter.</param>
/// <param name="Total">Rows that match the filter.</param>
/// <param name="Rows">Those of the page in view.</param>
public sealed record RejectedView(RejectedFilter Filter, IReadOnlyList<RejectedCount> Counts, long Total, IReadOnlyList<RejectedRow> Rows, CityCatalog Catalog, string Lead)
{
    public IEnumerable<int> Loads => Counts.Select(c => c.Load).Distinct();

    public IEnumerable<string> Rules => Counts.Select(c => c.Rule).Distinct().Order(StringComparer.Ordinal);

    public IEnumerable<string> Severities => Counts.Select(c => c.Severity).Distinct();

    public static RejectedView? Read(PageContext page, SnapshotReader snapshot)
    {
        if (RejectedFilter.Parse(page.Url, out var wrong) is not { } filter)
            return Refuse(page, wrong);
        if (filter.District is { } district && snapshot.Catalog.District(district) is null)
            return Refuse(page, "district");

        var counts = RejectedRows.Count(snapshot, filter.District).Rows;
        if (filter.Load is { } load && Warehouse.Questions.Loads.Ask(snapshot, load).Rows.Count == 0)
            return Refuse(page, "load");
        if (filter.Rule is { } rule && counts.All(c => c.Rule != rule))
            return Refuse(page, "rule");

        var total = counts.Where(c => (filter.Load is null || c.Load == filter.Load) && (filter.Rule is null || c.Rule == filter.Rule)
            && (filter.Severity is null || c.Severity == filter.Severity)).Sum(c => c.Rows);
        var rows = RejectedRows.Ask(
            snapshot, filter.Load, district: filter.District, severity: filter.Severity, rule: filter.Rule,
            limit: TableWindow.Size, offset: (TableWindow.Number(page.Url, total) - 1) * (long)TableWindow.Size).Rows;
        return new RejectedView(filter, counts, total, rows, snapshot.Catalog, Sentence(counts, page.Text));
    }

    /// <summary>How much was sent back and how much remarked on; the rule that sent back most.</summary>
    internal static string Sentence(IReadOnlyList<RejectedCount> counts, Text text)
    {
        if (counts.Count == 0)
            return text["data.rejected.none"];

        long Of(string severity) => counts.Where(c => c.Severity == severity).Sum(c => c.Rows);
        var sentence = text.Say("data.rejected.lead", Format.Whole(Of("reject")), Format.Whole(Of("warn")), Format.Whole(Of("note")));
        return counts.Where(c => c.Severity == "reject").GroupBy(c => c.Rule).MaxBy(g => g.Sum(c => c.Rows)) is { } most
            ? sentence + text["sentence.between"] + text.Say("data.rejected.most", most.Key, Format.Whole(most.Sum(c => c.Rows)))
            : sentence;
    }

    private static RejectedView? Refuse(PageContext page, string parameter)
    {
        page.Refuse(parameter, page.Url[parameter]!, [new Choice(page.Text["data.rejected.all"], page.Url.To("/data/rejected"), false)]);
        return null;
    }
}
