using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Overview;

/// <summary>What in a round needs somebody's attention.</summary>
/// <param name="Worsening">Cells that are weak and fell, the largest fall first.</param>
/// <param name="Disagreements">Cells where self and expert score are furthest apart.</param>
/// <param name="Incomplete">Districts without all expert scores.</param>
/// <param name="Rejected">Rows sent back.</param>
/// <param name="Warnings">Rows accepted with a warning.</param>
public sealed record Attention(
    IReadOnlyList<IndicatorResultRow> Worsening, IReadOnlyList<IndicatorResultRow> Disagreements,
    IReadOnlyList<RankingRow> Incomplete, int Rejected, int Warnings)
{
    public const int Shown = 6;

    /// <summary>A cell is weak when its rate is in the lowest fifth of the round.</summary>
    public const decimal WeakShare = 0.2m;

    /// <summary>Looked for once a snapshot, for it takes every result and every row sent back.</summary>
    public static Attention Of(SnapshotReader snapshot, string round, IReadOnlyList<RankingRow> districts) => snapshot.Known(
        nameof(Attention), new { round }, a => a.Worsening.Count + a.Disagreements.Count + a.Incomplete.Count,
        () => Of(IndicatorResults.Ask(snapshot, round).Rows, districts, RejectedRows.Ask(snapshot, round: round).Rows));

    public static Attention Of(IReadOnlyList<IndicatorResultRow> results, IReadOnlyList<RankingRow> districts, IReadOnlyList<RejectedRow> rejected)
    {
        var weak = WeakBelow(results);
        return new Attention(
            [
                .. results.Where(r => IsWorsening(r, weak))
                    .OrderBy(r => r.ChangeRate).ThenBy(r => r.ExpertRate).ThenBy(r => r.District).Take(Shown),
            ],
            [
                .. results.Where(r => r.GapRate is not null and not 0)
                    .OrderByDescending(r => Math.Abs(r.GapRate!.Value)).ThenBy(r => r.District).Take(Shown),
            ],
            [.. districts.Where(d => !d.Complete)],
            rejected.Count(r => r.Severity == "reject"), rejected.Count(r => r.Severity == "warn"));
    }

    /// <summary>The rate below which a cell is weak; 0 where nothing is scored.</summary>
    /// <param name="results">Of the whole round.</param>
    public static decimal WeakBelow(IReadOnlyList<IndicatorResultRow> results)
    {
        var rates = results.Select(r => r.ExpertRate).OfType<decimal>().Order().ToList();
        return rates.Count == 0 ? 0 : rates[(int)(rates.Count * WeakShare)];
    }

    /// <summary>Whether a cell is weak and fell since the district's previous evaluation.</summary>
    public static bool IsWorsening(IndicatorResultRow result, decimal weakBelow) => result.ExpertRate < weakBelow && result.ChangeRate < 0;
}
