using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataSnapshots;

/// <summary>What changed from one snapshot to another.</summary>
/// <param name="Catalog">Of both: an entry that one lacks is named by the other.</param>
/// <param name="Totals">Changes of totals, experts first.</param>
/// <param name="Moved">Ranks by total that changed because others' totals did.</param>
/// <param name="Dimensions">Changes within dimensions.</param>
/// <param name="Loads">The loads that changed scores, oldest first, with how many.</param>
public sealed record DiffView(
    SnapshotDifference Difference, IReadOnlyList<CityCatalog> Catalog, IReadOnlyList<RankDifference> Totals, IReadOnlyList<RankDifference> Moved,
    IReadOnlyList<RankDifference> Dimensions,
    IReadOnlyList<LoadChange> Loads, string Lead)
{
    public static DiffView? Read(PageContext page, SnapshotStore store, string a, string b)
    {
        using var before = store.Lease(page.Viewer, a);
        using var after = store.Lease(page.Viewer, b);
        if (before is null || after is null)
        {
            SnapshotView.Unknown(page, store, before is null ? a : b);
            return null;
        }

        var difference = SnapshotDiff.Between(before, after);
        var late = before.Info.PublishedAt <= after.Info.PublishedAt ? after : before;
        var known = Warehouse.Questions.Loads.Ask(late).Rows.ToDictionary(l => l.Load);
        var loads = difference.Scores.GroupBy(s => s.Load).OrderBy(g => g.Key)
            .Select(g => new LoadChange(g.Key, g.Key is { } load ? known.GetValueOrDefault(load) : null, g.Count())).ToList();
        var totals = difference.Ranks.Where(r => r.Dimension == PageReading.Total)
            .OrderBy(r => r.Round, StringComparer.Ordinal).ThenBy(r => r.Rater, StringComparer.Ordinal).ToList();
        return new DiffView(
            difference, [after.Catalog, before.Catalog],
            [.. totals.Where(r => r.PointsBefore != r.PointsAfter)],
            [.. totals.Where(r => r.PointsBefore == r.PointsAfter)],
            [.. difference.Ranks.Where(r => r.Dimension != PageReading.Total)],
            loads, Sentence(difference, loads, page.Text));
    }

    /// <summary>How many scores, totals and ranks changed, and by which loads; or that nothing did.</summary>
    internal static string Sentence(SnapshotDifference difference, IReadOnlyList<LoadChange> loads, Text text)
    {
        if (difference.Same)
            return text["data.diff.same"];

        var totals = difference.Ranks.Where(r => r.Dimension == PageReading.Total).ToList();
        var sentence = text.Say(
            "data.diff.lead", Format.Whole(difference.Scores.Count), Format.Count(totals.Count(r => r.PointsBefore != r.PointsAfter)),
            Format.Count(totals.Count(r => r.RankBefore != r.RankAfter)));
        var named = loads.Where(l => l.Load is not null).Select(l => Format.Count(l.Load)).ToList();
        return named.Count == 0 ? sentence : sentence + text["sentence.between"] + text.Say("data.diff.by", string.Join(text["list.between"], named));
    }

    public District? District(string code) => Catalog.Select(c => c.District(code)).FirstOrDefault(d => d is not null);

    public Round? Round(string code) => Catalog.Select(c => c.Round(code)).FirstOrDefault(r => r is not null);

    public Indicator? Indicator(string round, string code) =>
        Round(round) is { } found ? Catalog.Select(c => c.Indicator(found.Framework, code)).FirstOrDefault(i => i is not null) : null;
}

/// <summary>A load and how many of the changed scores it changed.</summary>
/// <param name="Load">Null where no load is known to have changed them.</param>
public sealed record LoadChange(int? Load, LoadRow? Row, int Scores);
