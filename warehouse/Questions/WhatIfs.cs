using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>A total and what it leads to.</summary>
/// <param name="Rank">Null when the district is not ranked.</param>
/// <param name="RankLow">Better end (5 %) of the rank interval, with the worse (95 %) after it.</param>
public sealed record WhatIfOutcome(decimal Points, int? Rank, bool Tied, int? RankLow, int? RankHigh, double? PTop3);

/// <summary>One indicator that was changed.</summary>
/// <param name="Points">The real score; null where there is none.</param>
public sealed record WhatIfChange(string Indicator, string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints, decimal? Points, decimal Assumed);

/// <param name="Ranked">Districts that the ranks are among, with the changed one.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">With the assumed scores, every other district unchanged; null when a choice is not possible.</param>
/// <param name="Withheld">What is null, and why; a choice that is not possible stands here as <c>after</c>.</param>
public sealed record WhatIfAnswer(
    string Snapshot, string Round, string District, int Ranked, WhatIfOutcome Before, WhatIfOutcome? After,
    IReadOnlyList<WhatIfChange> Changes, IReadOnlyList<WithheldRow> Withheld);

/// <summary>What total, rank and rank interval would a district have with other expert scores, all others keeping theirs?</summary>
public static class WhatIfs
{
    /// <summary>Districts up to which rank intervals are simulated while someone waits.</summary>
    public const int MostSimulated = 500;

    /// <param name="changes">Assumed points by indicator of the round's framework.</param>
    /// <returns>Null when the district has no score in this round.</returns>
    public static WhatIfAnswer? Ask(SnapshotReader s, string district, string round, IReadOnlyDictionary<string, decimal> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        // Without simulation nothing is asked of single experts.
        var simulated = s.Catalog.Districts.Count <= MostSimulated;
        var scores = RoundScores.Of(s, round, panel: simulated);
        if (scores.Districts.FirstOrDefault(d => d.District == district) is not { } own)
            return null;
        var table = scores.Table();
        var settings = RankIntervalMart.Settings with { PairwiseUpTo = 0, Draws = simulated ? RankIntervalMart.Settings.Draws : 1 };
        var result = WhatIf.Of(table, district, changes, settings);
        var withheld = new List<WithheldRow>();
        if (!result.After.IsGiven)
            withheld.Add(WithheldRow.Of("after", result.After.Withheld, district: district));
        var total = own.Expert.Sum(p => p ?? 0);
        var ranked = table.Districts.Count(d => d.Complete || (d.District == district && result.After.IsGiven));
        return new(
            s.Info.Id, round, district, ranked, Outcome(result.Before, total, "before", withheld), result.After.IsGiven ? Outcome(result.After, total, "after", withheld) : null,
            [
                .. scores.Indicators.Select((i, j) => (Indicator: i, Real: own.Expert[j])).Where(i => changes.ContainsKey(i.Indicator.Code)).Select(i => new WhatIfChange(
                    i.Indicator.Code, i.Indicator.NumberZh, i.Indicator.LabelZh, i.Indicator.LabelEn, i.Indicator.MaxPoints, i.Real, changes[i.Indicator.Code])),
            ],
            withheld);

        WhatIfOutcome Outcome(Statistic<Outcome> outcome, decimal scored, string which, List<WithheldRow> reasons)
        {
            var interval = !simulated
                ? Withheld.InvalidChoice($"区数超过{MostSimulated}，不在请求时模拟名次区间", $"With more than {MostSimulated} districts rank intervals are not simulated on request")
                : outcome.Then(o => o.Interval);
            if (!interval.IsGiven)
                reasons.Add(WithheldRow.Of(which + ".rankLow", interval.Withheld, district: district));
            if (!outcome.IsGiven && which == "before")
                reasons.Add(WithheldRow.Of("before.rank", outcome.Withheld, district: district));
            return new(
                outcome.Value?.Points ?? scored, outcome.Value?.Place.Rank, outcome.Value?.Place.SharedBy > 1,
                (int?)interval.Value?.Rank.Low, (int?)interval.Value?.Rank.High, interval.Value?.TopThree);
        }
    }
}
