using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Rankings;

/// <summary>What the ranking page shows: who stands where by a total or a dimension, by experts or by the districts' own scores.</summary>
/// <param name="Certainty">Of the total by experts; null for another ranking, as what follows.</param>
public sealed record RankingsView(
    Round Round, Framework Framework, string By, Rater Of, Zone? Zone, Sorting Sort,
    IReadOnlyList<Dimension> Dimensions, IReadOnlyList<RankingLine> Lines, IReadOnlyList<RankingRow> City,
    decimal MaxPoints, int Indicators, RankHistory History, string Lead, RankCertainty? Certainty, Figure? Intervals, PanelAnswer? Panel, Weights? Weights)
{
    public const string Previous = "change";

    /// <summary>Dimensions drawn in the bar: all of them, or the one ranked by.</summary>
    public IReadOnlyList<Dimension> Drawn => By == PageReading.Total ? Dimensions : [.. Dimensions.Where(d => d.Code == By)];

    /// <summary>Whether rank intervals have been computed for this ranking.</summary>
    public bool HasIntervals => City.Any(r => r.RankLow is not null);

    public int Complete => City.Count(r => r.Complete);

    public static RankingsView Read(PageReading reading)
    {
        var (by, of, zone) = (reading.By(), reading.Of(AdjustedView.Of), reading.Zone());
        var dimensions = reading.Dimensions;
        var sort = reading.Sorting(new Sorting("rank", false), ["rank", Previous, "district", "interval", "points", "self", "gap", .. dimensions.Select(d => d.Code)]);
        var city = Warehouse.Questions.Rankings.Ask(reading.Snapshot, reading.Round.Code, by, of).Rows;
        var parts = DimensionResults.Ask(reading.Snapshot, reading.Round.Code).Rows.ToLookup(d => d.District);
        var zones = city.Where(r => r.Complete).GroupBy(r => r.Zone).ToDictionary(z => z.Key, z => (IReadOnlyList<decimal>)[.. z.Select(r => r.Points!.Value).OrderDescending()]);
        var lines = city.Where(r => zone is null || r.Zone == zone.Code).Select(r => Line(r, zones.GetValueOrDefault(r.Zone, []), parts[r.District], of)).ToList();
        var official = by == PageReading.Total && of == Rater.Expert;
        var certainty = official ? RankCertainties.Ask(reading.Snapshot, reading.Round.Code) : null;
        var inFramework = reading.Indicators.Where(i => by == PageReading.Total || i.Dimension == by).ToList();
        return new RankingsView(
            reading.Round, reading.Framework, by, of, zone, sort, dimensions, sort.Apply(lines, line => Value(line, sort.Key)), city,
            inFramework.Sum(i => i.MaxPoints), inFramework.Count, RankHistory.Read(reading, by, of, city), RankingsSentence.Of(city, reading.Text),
            certainty, certainty is null ? null : RankIntervalFigure.Of(
                RoundFigures.Spans(reading.Catalog, certainty), FigureContexts.Of(reading, reading.Round, null, ("round", reading.Round.Code))),
            official ? Panels.Ask(reading.Snapshot, reading.Round.Code) : null,
            official ? Weights.Read(reading) : null);
    }

    /// <param name="zone">Points of the complete districts of the zone, most first.</param>
    private static RankingLine Line(RankingRow row, IReadOnlyList<decimal> zone, IEnumerable<DimensionResultRow> parts, Rater of)
    {
        return new RankingLine(
            row,
            row.Complete ? 1 + Above(zone, row.Points!.Value) : null,
            zone.Count,
            parts.Where(p => p.Dimension != PageReading.Total)
                .ToDictionary(p => p.Dimension, p => of == Rater.Expert ? p.ExpertPoints : p.SelfPoints));
    }

    /// <summary>How many have more, found by halving.</summary>
    private static int Above(IReadOnlyList<decimal> falling, decimal points)
    {
        var (low, high) = (0, falling.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (falling[middle] > points)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static IComparable? Value(RankingLine line, string key) => key switch
    {
        "rank" => line.Row.Rank,
        Previous => line.Row.RankChange,
        "district" => line.Row.District,
        "interval" => line.Row is { RankLow: { } low, RankHigh: { } high } ? (low, high) : null,
        "points" => line.Row.Complete ? line.Row.Points : null,
        "self" => line.Row.SelfPoints,
        "gap" => line.Row.GapPoints,
        _ => line.Parts.GetValueOrDefault(key),
    };
}

/// <param name="ZoneRank">Rank among the districts of the same zone; null when incomplete.</param>
/// <param name="ZoneSize">Complete districts in the zone.</param>
/// <param name="Parts">Points by dimension.</param>
public sealed record RankingLine(RankingRow Row, int? ZoneRank, int ZoneSize, IReadOnlyDictionary<string, decimal?> Parts);
