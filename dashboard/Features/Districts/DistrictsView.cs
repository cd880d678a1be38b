using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>All districts of the catalog by zone, evaluated in the round or not.</summary>
public sealed record DistrictsView(Round Round, IReadOnlyList<ZoneGroup> Zones, Figure Figure, int Evaluated, string Lead)
{
    public int Districts => Zones.Sum(z => z.Districts.Count);

    public static DistrictsView Read(PageReading reading)
    {
        var ranking = Warehouse.Questions.Rankings.Ask(reading.Snapshot, reading.Round.Code).Rows.ToDictionary(r => r.District);
        var zones = reading.Catalog.Districts.GroupBy(d => d.Zone).Select(zone => ZoneGroup.Of([.. zone], ranking)).ToList();
        var input = new ZonesInput(
            new Named(PageReading.Total, "总分", "Total"),
            [
                .. zones.Select(z => new ZoneRates(
                    new Named(z.Zone, z.NameZh, z.NameEn), z.Mean, [.. z.Districts.Select(d => new DistrictRate(d.District.Named(), d.Ranking?.Rate))])),
            ],
            Means.Of(ranking.Values.Select(r => r.Rate)));
        return new DistrictsView(
            reading.Round, zones, ZonesFigure.Of(input, FigureContexts.Of(reading, reading.Round, null, ("round", reading.Round.Code))),
            ranking.Count, DistrictsSentence.Of(zones, reading.Text));
    }
}

/// <param name="Mean">Plain mean rate of the zone's complete districts; null when there are none.</param>
public sealed record ZoneGroup(string Zone, string NameZh, string NameEn, IReadOnlyList<DistrictLine> Districts, decimal? Mean)
{
    /// <summary>Ranked districts first by rank, then the others in the order of the catalog.</summary>
    public static ZoneGroup Of(IReadOnlyList<District> districts, IReadOnlyDictionary<string, RankingRow> ranking)
    {
        var lines = districts.Select(d => new DistrictLine(d, ranking.GetValueOrDefault(d.Code))).OrderBy(l => l.Ranking?.Rank ?? int.MaxValue).ToList();
        return new ZoneGroup(districts[0].Zone, districts[0].ZoneZh, districts[0].ZoneEn, lines, Means.Of(lines.Select(l => l.Ranking?.Rate)));
    }
}

/// <param name="Ranking">Null when the district was not evaluated in the round.</param>
public sealed record DistrictLine(District District, RankingRow? Ranking);
