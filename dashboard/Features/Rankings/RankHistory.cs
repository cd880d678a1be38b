using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Rankings;

/// <summary>Ranks over all rounds, for the bump chart and the table beside it.</summary>
public sealed record RankHistory(IReadOnlyList<Round> Rounds, IReadOnlyList<RankHistoryLine> Lines, IReadOnlyList<string> Picked, Figure Figure)
{
    /// <summary>Without a choice, the leader, the largest gain and the largest loss since the round before, and the last are picked out.</summary>
    public static RankHistory Read(PageReading reading, string by, Rater of, IReadOnlyList<RankingRow> city)
    {
        // A dimension keeps its code only within its framework.
        var rounds = reading.Rounds.Where(r => by == PageReading.Total || r.Framework == reading.Round.Framework).ToList();
        var ranks = rounds.Select(r => Warehouse.Questions.Rankings.Ask(reading.Snapshot, r.Code, by, of).Rows.ToDictionary(row => row.District, row => row.Rank)).ToList();
        var lines = reading.Catalog.Districts
            .Select(d => new RankHistoryLine(d, [.. ranks.Select(r => r.GetValueOrDefault(d.Code))]))
            .Where(line => line.Ranks.Any(r => r is not null)).ToList();
        var ranked = city.Where(r => r.Rank is not null).ToList();
        var picked = Picks.Read(reading, ranked.Count == 0 ? [] :
        [
            ranked[0].District,
            .. ranked.Where(r => r.RankChange > 0).OrderByDescending(r => r.RankChange).Take(1).Select(r => r.District),
            .. ranked.Where(r => r.RankChange < 0).OrderBy(r => r.RankChange).Take(1).Select(r => r.District),
            ranked[^1].District,
        ]);
        var context = FigureContexts.Of(
            reading, null, null, ("by", by), ("of", of == Rater.Expert ? "expert" : "self"), (Picks.Parameter, string.Join(',', picked)));
        return new RankHistory(rounds, lines, picked, BumpFigure.Of(
            new BumpInput([.. rounds.Select(r => r.Named())], [.. lines.Select(l => new BumpLine(l.District.Named(), l.Ranks))], picked), context));
    }
}

/// <param name="Ranks">One for each round; null where the district was not ranked.</param>
public sealed record RankHistoryLine(District District, IReadOnlyList<int?> Ranks);
